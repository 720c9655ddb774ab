/** What stops a command that the user can do something about: told in one line, without a stack. */
export class Refusal extends Error {
  /**
   * @param {string} message what is wrong and what to do
   * @param {number} [status] exit status: 1 failed, 2 wrong usage
   */
  constructor(message, status = 1) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}
