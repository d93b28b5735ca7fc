import { readFileSync } from 'node:fs'

/** A number in 0…1 that is always the same for the same seed and place. */
function chance(seed: number, i: number): number {
  const x = Math.sin(seed * 127.1 + i * 311.7) * 43758.5453
  return x - Math.floor(x)
}

function ridge(seed: number, level: number, height: number, width: number, colour: string): string {
  const points = Array.from({ length: 13 }, (_, i) => `${(width / 12) * i},${(level - chance(seed, i) * height).toFixed(0)}`)
  return `<polygon points="0,2000 ${points.join(' ')} ${width},2000" fill="${colour}"/>`
}

function trees(seed: number, level: number): string {
  return Array.from({ length: 26 }, (_, i) => {
    const x = chance(seed, i + 50) * 960
    const y = level + chance(seed, i + 90) * 46
    const r = 9 + chance(seed, i + 130) * 13
    return `<path d="M${x} ${y}v${r * 1.5}" stroke="#6b5436" stroke-width="3"/><circle cx="${x}" cy="${y - r / 2}" r="${r}" fill="#${i % 2 ? '4d8f4a' : '3c7a45'}"/>`
  }).join('')
}

function houses(seed: number, level: number, tall: number): string {
  return Array.from({ length: 11 }, (_, i) => {
    const w = 46 + chance(seed, i + 7) * 44
    const h = tall * (0.45 + chance(seed, i + 17) * 0.55)
    const x = i * 88 + chance(seed, i + 27) * 22
    const windows = Array.from({ length: Math.floor(h / 22) }, (_, r) => `<path d="M${x + 8} ${level - h + 12 + r * 22}h${w - 16}" stroke="#9fc3d8" stroke-width="8" stroke-dasharray="9 6"/>`)
    return `<rect x="${x}" y="${level - h}" width="${w}" height="${h}" fill="#${['eef1ee', 'e4ded2', 'dbe5ec'][i % 3]}"/><path d="M${x - 3} ${level - h}h${w + 6}" stroke="#a8563f" stroke-width="6"/>${windows.join('')}`
  }).join('')
}

const fields = Array.from({ length: 8 }, (_, i) => `<path d="M0 ${410 + i * 19}Q480 ${370 + i * 30} 960 ${420 + i * 16}V${440 + i * 18}Q480 ${402 + i * 30} 0 ${428 + i * 19}Z" fill="#${i % 2 ? 'd8c25a' : '8fb84e'}"/>`).join('')
const river = '<path d="M360 350Q520 400 430 450T560 540H760Q560 450 600 410T440 350Z" fill="#8cc5de"/>'
const track = '<ellipse cx="480" cy="470" rx="430" ry="92" fill="#b8543c"/><ellipse cx="480" cy="470" rx="330" ry="56" fill="#5fa052"/><ellipse cx="480" cy="470" rx="380" ry="74" fill="none" stroke="#fff" stroke-width="2"/>'

function scene(n: number): string {
  const sky = [['#8fc7ec', '#eaf6fb'], ['#7fb9e4', '#fbf3e2'], ['#a6d3e8', '#f4faf3']][n % 3] as [string, string]
  const ground = '<rect y="390" width="960" height="150" fill="#a9cc7c"/>'
  const near: Record<number, string> = {
    1: `${houses(1, 430, 150)}<rect y="430" width="960" height="110" fill="#9cc9de"/><path d="M0 432h960" stroke="#e8eee9" stroke-width="6"/>${trees(4, 396)}`,
    2: `${ground}<rect x="220" y="230" width="520" height="200" fill="#f1efe8"/><path d="M190 232h580l-40-44H230Z" fill="#a8563f"/>${Array.from({ length: 9 }, (_, i) => `<rect x="${244 + i * 55}" y="262" width="30" height="130" fill="#9fc3d8"/>`).join('')}<rect y="430" width="960" height="110" fill="#d9d6cc"/>${trees(9, 410)}`,
    3: `${ground}${river}${trees(3, 380)}`,
    4: `${houses(5, 392, 110)}${ground}${track}`,
    5: `${ground}${fields}${trees(8, 372)}`,
    6: `${ground}<rect x="260" y="180" width="440" height="250" fill="#f4f6f6"/>${Array.from({ length: 5 }, (_, r) => `<path d="M280 ${214 + r * 42}h400" stroke="#8fb9cf" stroke-width="22" stroke-dasharray="34 16"/>`).join('')}<rect x="440" y="140" width="80" height="44" fill="#12788c"/><path d="M480 148v28M466 162h28" stroke="#fff" stroke-width="8"/>${trees(6, 412)}`,
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540" width="960" height="540"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${sky[0]}"/><stop offset="1" stop-color="${sky[1]}"/></linearGradient></defs>
<rect width="960" height="540" fill="url(#s)"/><circle cx="${150 + n * 110}" cy="96" r="38" fill="#fff4cf"/>${ridge(n, 330, 150, 960, '#9dbccb')}${ridge(n + 20, 372, 110, 960, '#7ba58f')}${near[n] ?? ''}</svg>`
}

const BANNERS: Record<string, [string, string, string, string]> = {
  trs: ['#0f4c8a', '#3f8fcc', '#9fd2ea', '#0d3f73'],
  jcms: ['#0f5f48', '#3a9d7c', '#b5dfc9', '#0c4a38'],
  vsb: ['#0b5868', '#2e9bb0', '#b2dfe6', '#0a4652'],
  nfcms: ['#7a4a10', '#c58f3c', '#f0dcae', '#5c3a10'],
}

function banner([dark, middle, light, far]: [string, string, string, string]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 200" preserveAspectRatio="xMidYMax slice"><defs><linearGradient id="b" x2="1" y2="1"><stop stop-color="${dark}"/><stop offset=".55" stop-color="${middle}"/><stop offset="1" stop-color="${light}"/></linearGradient></defs>
<rect width="1600" height="200" fill="url(#b)"/><circle cx="890" cy="92" r="30" fill="#fff" opacity=".4"/><g opacity=".35">${ridge(31, 170, 90, 1600, far)}</g><g opacity=".45">${ridge(37, 188, 60, 1600, '#1d6b6a')}</g><path d="M0 200V190Q400 168 800 188T1600 182V200Z" fill="#7fb069" opacity=".75"/></svg>`
}

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><circle cx="40" cy="40" r="38" fill="#fff"/><circle cx="40" cy="40" r="34" fill="#2f8f5b"/><path d="M40 66V24" stroke="#ffe9a8" stroke-width="4"/>${[28, 37, 46].map((y) => `<ellipse cx="31" cy="${y}" rx="9" ry="4.5" transform="rotate(35 31 ${y})" fill="#ffe9a8"/><ellipse cx="49" cy="${y}" rx="9" ry="4.5" transform="rotate(-35 49 ${y})" fill="#ffe9a8"/>`).join('')}<ellipse cx="40" cy="20" rx="5" ry="9" fill="#ffe9a8"/><path d="M14 60Q27 54 40 60T66 60" fill="none" stroke="#bfe3f2" stroke-width="4"/></svg>`

const person = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 120"><rect width="96" height="120" fill="#dfe7ee"/><circle cx="48" cy="46" r="20" fill="#a9b8c6"/><path d="M10 120Q12 76 48 76T86 120Z" fill="#7d91a5"/></svg>'

const measures = ['便利开办', '降低成本', '优化用地', '法治保障']
const chart = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 300" font-family="'Microsoft YaHei','Noto Sans CJK SC',sans-serif"><rect width="680" height="300" rx="10" fill="#eaf3fb"/><text x="340" y="56" text-anchor="middle" font-size="28" fill="#1a5a9e">优化营商环境若干措施</text>${measures.map((name, i) => `<rect x="${30 + i * 160}" y="92" width="140" height="160" rx="8" fill="#fff" stroke="#1a5a9e"/><circle cx="${100 + i * 160}" cy="148" r="30" fill="#1a5a9e"/><text x="${100 + i * 160}" y="158" text-anchor="middle" font-size="28" fill="#fff">${i + 1}</text><text x="${100 + i * 160}" y="222" text-anchor="middle" font-size="20" fill="#1b2733">${name}</text>`).join('')}</svg>`

/** SVG picture by path, or null. */
export function pictureAt(path: string): string | null {
  const number = /^\/images\/scene-([1-6])\.svg$/.exec(path)?.[1]
  if (number) return scene(Number(number))
  const palette = BANNERS[/^\/images\/banner-(\w+)\.svg$/.exec(path)?.[1] ?? '']
  if (palette) return banner(palette)
  return { '/images/logo.svg': logo, '/images/person.svg': person, '/images/tujie.svg': chart }[path] ?? null
}

/** Pictures that are kept as files (`draw-pictures.ts`), by path. */
export function filedPicture(path: string): Buffer | null {
  const name = /^\/images\/(gongshui-(?:slips|mended)\.png)$/.exec(path)?.[1]
  return name ? readFileSync(new URL(`./pictures/${name}`, import.meta.url)) : null
}
