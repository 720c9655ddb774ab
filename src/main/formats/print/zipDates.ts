const centralHeader = 0x02014b50;
const endRecord = 0x06054b50;

/** 1 January 1980, the first day that a zip can say: date word 0x0021, time word 0. */
const firstDay = 0x0021;

/**
 * Sets the date of every file in a zip archive (PKWARE APPNOTE 4.3.7, 4.3.12) to 1980-01-01 00:00, in place, so that the
 * same files give the same bytes at any hour. For archives below 4 GB without a comment.
 *
 * @throws RangeError when the bytes are not such an archive.
 */
export function clearZipDates(archive: Uint8Array): void {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== endRecord) throw new RangeError('no end record of a zip archive');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== centralHeader) throw new RangeError(`no central header at byte ${at}`);
    const local = view.getUint32(at + 42, true);
    for (const place of [at + 12, local + 10]) {
      view.setUint16(place, 0, true);
      view.setUint16(place + 2, firstDay, true);
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
