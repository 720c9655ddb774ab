/** What an action does, and when it can be done. */
export type Binding = {
  run: () => void;
  /** Absent: always. */
  enabled?: () => boolean;
  /** A label that says more than the table's, such as what undo would undo. */
  label?: () => string;
};
