/** A made-up page as a picture, since the gallery has no screenshot. Size in pixels. */
export function picture(width: number, height: number): string {
  const lines = Array.from({ length: 9 }, (_, n) => `<rect x="160" y="${300 + n * 52}" width="${960 - (n % 3) * 140}" height="22" fill="#d8dde3"/>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>
<rect width="100%" height="120" fill="#b22d23"/><text x="160" y="76" font-size="40" fill="#fff" font-family="sans-serif">青禾县人民政府</text>
<text x="160" y="220" font-size="32" font-family="sans-serif">关于公布有关事项的通知</text>${lines.join('')}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
