/** Pixels of the picture for each pixel of the drawing: enough for print. */
const sharpness = 3;
/** No side may have more pixels: browsers draw nothing beyond (Chromium: 32,767). */
const longestSide = 30_000;

/** Draws an SVG that stands alone as a PNG on white; the answer is its bytes in base64. Throws where it is no picture. */
export async function pngOf(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth, naturalHeight } = image;
  const scale = Math.min(sharpness, longestSide / Math.max(naturalWidth, naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(naturalWidth * scale);
  canvas.height = Math.round(naturalHeight * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the window has no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const [, bytes] = canvas.toDataURL('image/png').split(',');
  if (bytes === undefined) throw new Error('the canvas gave no picture');
  return bytes;
}
