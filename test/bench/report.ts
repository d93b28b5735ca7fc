/**
 * How every bench speaks. With `--json`: one JSON object a figure and line on stdout,
 * `{bench, metric, value, unit, aim, met, peer, peerValue, ratio}`; without it the same as a table for people.
 *
 *     const report = createReport('links')
 *     report.figure({ metric: 'speed', value: 265, unit: 'links/s', aim: atLeast(240), peer: { name: 'linkinator 8.1.0', value: 250 } })
 *     report.note('load 0.4')
 *     report.end()
 *
 * `npm run bench -- [NAME] --readme` writes the figures into the README. Metrics that begin with `kind ` are details and stay out of it.
 */

/** What a figure should be; `words` stand in the table. */
export interface Aim {
  words: string
  metBy: (value: number) => boolean
}

export const atLeast = (least: number): Aim => ({ words: `≥ ${least}`, metBy: (value) => value >= least })
export const atMost = (most: number): Aim => ({ words: `≤ ${most}`, metBy: (value) => value <= most })
export const below = (bound: number): Aim => ({ words: `< ${bound}`, metBy: (value) => value < bound })
export const exactly = (wanted: number): Aim => ({ words: `= ${wanted}`, metBy: (value) => value === wanted })

export interface Measured {
  metric: string
  /** null where it could not be measured: then the aim is not met. */
  value: number | null
  unit: string
  /** Left out where nothing is promised. */
  aim?: Aim
  /** The best other program measured in the same run. */
  peer?: { name: string; value: number | null }
}

/** One line of `--json`. */
export interface Figure {
  bench: string
  metric: string
  value: number | null
  unit: string
  aim: string | null
  met: boolean | null
  peer: string | null
  peerValue: number | null
  /** Ours through the peer's. */
  ratio: number | null
}

/** A measurement as it is printed. */
export function figureOf(bench: string, { metric, value, unit, aim, peer }: Measured): Figure {
  const peerValue = peer?.value ?? null
  return {
    bench, metric, value, unit,
    aim: aim?.words ?? null,
    met: aim ? value !== null && aim.metBy(value) : null,
    peer: peer?.name ?? null,
    peerValue,
    ratio: value !== null && peerValue ? Number((value / peerValue).toFixed(2)) : null,
  }
}

export interface Report {
  figure: (measured: Measured) => void
  /** A sentence beside the figures: on stderr with `--json`. */
  note: (text: string) => void
  /** Prints the table; with `--json` all has been printed already. */
  end: () => void
}

/** The voice of one bench; `json` is what the command line says unless told. */
export function createReport(bench: string, json = process.argv.includes('--json')): Report {
  const figures: Figure[] = []
  return {
    figure: (measured) => {
      const figure = figureOf(bench, measured)
      figures.push(figure)
      if (json) console.log(JSON.stringify(figure))
    },
    note: (text) => (json ? console.error(text) : console.log(text)),
    end: () => {
      if (!json) console.log(textTable(figures.map(cellsOf)))
    },
  }
}

const HEAD = ['figure', 'ours', 'aim', 'met', 'peer', 'ratio']

/** The cells of a figure for people, in the order of the heading. */
function cellsOf({ metric, value, unit, aim, met, peer, peerValue, ratio }: Figure): string[] {
  return [
    metric, value === null ? 'not measured' : `${value} ${unit}`.trim(), aim ?? '', met === null ? '' : met ? 'yes' : 'NO',
    peer === null ? '' : `${peerValue ?? 'not measured'} (${peer})`, ratio === null ? '' : `${ratio} ×`,
  ]
}

function textTable(rows: readonly string[][]): string {
  const wide = HEAD.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]!.length)))
  return [HEAD, ...rows].map((row) => row.map((cell, at) => cell.padEnd(wide[at]!)).join('  ').trimEnd()).join('\n')
}

const [START, END] = ['<!-- figures:start -->', '<!-- figures:end -->']

/**
 * The README with the table of these figures between its marks: rows of the benches measured are new, those of the others stay.
 * `said` (day, machine) stands in the last column.
 */
export function withFigures(readme: string, figures: readonly Figure[], said: string): string {
  const [from, to] = [readme.indexOf(START), readme.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`the README has no ${START} … ${END}`)
  const measured = new Set(figures.map(({ bench }) => bench))
  const kept = readme.slice(from, to).split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| bench ') && !measured.has(line.split('|')[1]!.trim()))
  const fresh = figures.filter(({ metric }) => !metric.startsWith('kind '))
    .map((figure) => `| ${[figure.bench, ...cellsOf(figure), said].map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`)
  const table = [`| bench | ${HEAD.join(' | ')} | measured |`, `|---|---|---|---|---|---|---|---|`].concat(kept, fresh)
  return `${readme.slice(0, from)}${START}\n\n${table.join('\n')}\n\n${readme.slice(to)}`
}
