import { cleanText } from '../cell.ts'
import { FONTS, SIZE } from './layout.ts'
import type { TableColumn } from './plain-table.ts'

/** What stands in a cell: text, a text that leads somewhere, or a picture (sizes in pixels of 96 to the inch) with words under it. */
export type RowCell = string | { text: string; link: string } | { picture: Uint8Array; ending: string; name: string; width: number; height: number; under: string }

/** Rows as WordprocessingML, with the links and pictures that they refer to. */
export interface TableRows {
  xml: string
  relations: string[]
  /** By their paths in the document. */
  media: Map<string, Uint8Array>
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const EMU_PER_PIXEL = 9525
const MARGINS = '<w:tcMar><w:top w:type="dxa" w:w="40"/><w:left w:type="dxa" w:w="70"/><w:bottom w:type="dxa" w:w="40"/><w:right w:type="dxa" w:w="70"/></w:tcMar><w:vAlign w:val="center"/>'

/**
 * The rows of a long table, as `plainTable` would make them. The library builds an object for every word's every property:
 * for the 170 rows of a letter that took a quarter of a second, as text it takes a hundredth of that.
 * @param breaks whether a row may be broken over two pages
 */
export function tableRows(width: number, columns: readonly TableColumn[], rows: readonly (readonly RowCell[])[], breaks: (row: number) => boolean): TableRows {
  const made: TableRows = { xml: '', relations: [], media: new Map() }
  const frames = columns.map(({ share, centred }) => ({
    start: `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${Math.round((width * share) / 100)}"/>${MARGINS}</w:tcPr><w:p><w:pPr><w:spacing w:line="300" w:lineRule="atLeast"/>${centred ? '<w:jc w:val="center"/>' : ''}</w:pPr>`,
    end: '</w:p></w:tc>',
  }))
  made.xml = rows
    .map((row, at) => `<w:tr>${breaks(at) ? '' : '<w:trPr><w:cantSplit/></w:trPr>'}${frames.map(({ start, end }, n) => start + contentOf(row[n] ?? '', made) + end).join('')}</w:tr>`)
    .join('')
  return made
}

function contentOf(cell: RowCell, made: TableRows): string {
  if (typeof cell === 'string') return runsOf(cell)
  if ('link' in cell) {
    const id = relate(made, 'hyperlink', cell.link, ' TargetMode="External"')
    return `<w:hyperlink w:history="1" r:id="${id}">${runsOf(cell.text, '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`
  }
  const file = `media/list${made.media.size + 1}.${cell.ending}`
  made.media.set(`word/${file}`, cell.picture)
  return `<w:r>${drawingOf(cell, relate(made, 'image', file, ''))}</w:r>${cell.under ? runsOf(`\n${cell.under}`) : ''}`
}

function relate({ relations }: TableRows, type: string, target: string, rest: string): string {
  const id = `rIdList${relations.length + 1}`
  relations.push(`<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${escaped(target)}"${rest}/>`)
  return id
}

const FONT = FONTS.body as Record<string, string>
const STYLE = `<w:rFonts w:ascii="${FONT['ascii']}" w:cs="${FONT['cs']}" w:eastAsia="${FONT['eastAsia']}" w:hAnsi="${FONT['hAnsi']}"/><w:sz w:val="${SIZE['五号']}"/><w:szCs w:val="${SIZE['五号']}"/>`

/** A run for each line. */
function runsOf(text: string, style = ''): string {
  return escaped(cleanText(text)).split('\n').map((line, at) => `<w:r><w:rPr>${style}${STYLE}</w:rPr>${at > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${line}</w:t></w:r>`).join('')
}

/** The number of the drawing is given when the document is finished. */
function drawingOf({ name, width, height }: { name: string; width: number; height: number }, relation: string): string {
  const size = `cx="${width * EMU_PER_PIXEL}" cy="${height * EMU_PER_PIXEL}"`
  const words = escaped(name)
  return `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:effectExtent t="0" r="0" b="0" l="0"/><wp:docPr id="0" name="${words}" descr="${words}" title="${words}"/>\
<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture">\
<pic:nvPicPr><pic:cNvPr id="0" name="" descr=""/><pic:cNvPicPr><a:picLocks noChangeAspect="1" noChangeArrowheads="1"/></pic:cNvPicPr></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}" cstate="none"/><a:srcRect/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
<pic:spPr bwMode="auto"><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
}
