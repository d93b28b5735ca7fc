import { findLast } from '../types/find-last.ts'
import { shadowOf } from '../types/shadow.ts'
import { isBlock, isTextless } from './inline.ts'
import type { Steps } from './steps.ts'
import { TextBuilder } from './text.ts'
import { isShown } from './visible.ts'
import type { Zone, Zones } from './zone.ts'

/** One block of the page in document order: a block-level element's own text. */
export interface Block {
  element: Element
  text: string
  zone: Zone
  /** Links in it, as spans of `text`. */
  links: { element: Element; start: number; end: number }[]
}

/** A block whose text is still being gathered. */
interface OpenBlock extends Block {
  builder: TextBuilder
}

/** What is walked by itself: the page, or a shadow root in the zone of its host. */
interface Root {
  node: Node
  host: Element
  zone: Zone
}

interface Frame {
  element: Element
  block: OpenBlock | null
  zone: Zone
}

/** Nodes walked between two yields. */
const NODES_A_STEP = 250

/**
 * Every block that people can see below `root`, in document order. Hidden parts are left out; open shadow roots are
 * walked after the rest of the page. Elements that people can see are added to `shown`, shadow roots in their order to `shadows`.
 */
export function* collectBlocks(root: Element, zones: Zones, shown: Set<Element> = new Set(), shadows: ShadowRoot[] = []): Steps<Block[]> {
  const blocks: OpenBlock[] = []
  const roots: Root[] = [{ node: root, host: root, zone: zones.opens(root) ?? 'main' }]
  let count = 0
  for (let next = roots.shift(); next; next = roots.shift()) {
    if (next.node !== root) shadows.push(next.node as ShadowRoot)
    const base: Frame = { element: next.host, block: null, zone: next.zone }
    const stack: Frame[] = [base]
    let node: Node | null = next.node.firstChild
    while (node) {
      if (++count % NODES_A_STEP === 0) yield
      const frame = stack[stack.length - 1] as Frame
      let entered = false
      if (node.nodeType === 3) addText(node as Text, frame, blocks)
      else if (node.nodeType === 1) entered = enter(node as Element, stack, roots, zones, shown)
      if (entered && node.firstChild) {
        node = node.firstChild
        continue
      }
      if (entered) leave(node as Element, stack)
      while (node && !node.nextSibling) {
        node = node.parentNode
        if (node === next.node) node = null
        else if (node) leave(node as Element, stack)
      }
      node = node?.nextSibling ?? null
    }
  }
  const finished: Block[] = []
  for (const [i, block] of blocks.entries()) {
    if (i % NODES_A_STEP === NODES_A_STEP - 1) yield
    if (finishBlock(block)) finished.push(block)
  }
  return finished
}

function enter(element: Element, stack: Frame[], roots: Root[], zones: Zones, shown: Set<Element>): boolean {
  const frame = stack[stack.length - 1] as Frame
  if (element.tagName === 'BR') {
    frame.block?.builder.addBreak()
    return false
  }
  const block = isBlock(element)
  if (block && frame.block) frame.block.builder.interrupted = true
  if (isTextless(element) || !isShown(element)) return false
  shown.add(element)
  const shadow = shadowOf(element)
  const zone = block || shadow ? (zones.opens(element) ?? frame.zone) : frame.zone
  if (shadow) roots.push({ node: shadow, host: element, zone })
  if (block) stack.push({ element, block: null, zone })
  else if (element.tagName === 'A') {
    frame.block ??= openBlock(frame)
    frame.block.links.push({ element, start: frame.block.builder.length, end: -1 })
  }
  return true
}

function leave(element: Element, stack: Frame[]): void {
  const frame = stack[stack.length - 1] as Frame
  if (frame.element === element && stack.length > 1) {
    stack.pop()
    return
  }
  if (element.tagName !== 'A' || !frame.block) return
  const open = findLast(frame.block.links, (l) => l.element === element)
  if (open) open.end = frame.block.builder.length
}

function openBlock({ element, zone }: Frame): OpenBlock {
  return { element, zone, text: '', links: [], builder: new TextBuilder() }
}

function addText(node: Text, frame: Frame, blocks: OpenBlock[]): void {
  const empty = !/\S/.test(node.data)
  if (empty && !frame.block) return
  frame.block ??= openBlock(frame)
  const { builder } = frame.block
  if (!empty && builder.interrupted) {
    builder.addBreak()
    builder.interrupted = false
  }
  const before = builder.length
  builder.add(node)
  if (before === 0 && builder.length > 0) blocks.push(frame.block)
}

function finishBlock(block: OpenBlock): boolean {
  block.text = block.builder.done().text
  const most = block.text.length
  block.links = block.links.map((l) => ({ ...l, end: l.end < 0 ? most : Math.min(l.end, most) })).filter((l) => l.end > l.start)
  return most > 0
}
