import { findLast } from '../types/find-last.ts'
import { isBlock, isTextless } from './inline.ts'
import type { Steps } from './steps.ts'
import type { Piece } from './text.ts'
import { TextBuilder } from './text.ts'
import { isShown } from './visible.ts'
import type { Zone, Zones } from './zone.ts'

/** One block of the page in document order: a block-level element's own text. */
export interface Block {
  element: Element
  text: string
  nodes: readonly Piece[]
  zone: Zone
  /** Links in it, as spans of `text`. */
  links: { element: Element; start: number; end: number }[]
  /** Place in document order. */
  order: number
}

interface Frame {
  element: Element
  builder: TextBuilder | null
  block: Block | null
  zone: Zone
}

/** Nodes walked between two yields. */
const NODES_A_STEP = 400

/**
 * Every block that people can see below `root`, in document order. Hidden parts are left out; open shadow roots are
 * walked after the rest of the page.
 */
export function* collectBlocks(root: Element, zones: Zones): Steps<Block[]> {
  const blocks: Block[] = []
  const roots: { node: Node; host: Element }[] = [{ node: root, host: root }]
  let count = 0
  for (let next = roots.shift(); next; next = roots.shift()) {
    const base: Frame = { element: next.host, builder: null, block: null, zone: zones.opens(next.host) ?? 'main' }
    const stack: Frame[] = [base]
    let node: Node | null = next.node.firstChild
    while (node) {
      if (++count % NODES_A_STEP === 0) yield
      const frame = stack[stack.length - 1] as Frame
      let entered = false
      if (node.nodeType === 3) addText(node as Text, frame, blocks)
      else if (node.nodeType === 1) entered = enter(node as Element, stack, roots, zones)
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
  return blocks.filter((block) => finishBlock(block))
}

function enter(element: Element, stack: Frame[], roots: { node: Node; host: Element }[], zones: Zones): boolean {
  const frame = stack[stack.length - 1] as Frame
  if (element.tagName === 'BR') {
    frame.builder?.addBreak()
    return false
  }
  const block = isBlock(element)
  if (block && frame.builder) frame.builder.interrupted = true
  if (isTextless(element) || !isShown(element)) return false
  if (element.shadowRoot) roots.push({ node: element.shadowRoot, host: element })
  if (block) stack.push({ element, builder: null, block: null, zone: zones.opens(element) ?? frame.zone })
  else if (element.tagName === 'A' && frame.block && frame.builder) {
    frame.block.links.push({ element, start: frame.builder.text.length, end: -1 })
  } else if (element.tagName === 'A') {
    // The block has no text yet; the link begins it.
    startBlock(frame).links.push({ element, start: 0, end: -1 })
  }
  return true
}

function leave(element: Element, stack: Frame[]): void {
  const frame = stack[stack.length - 1] as Frame
  if (frame.element === element && stack.length > 1) {
    stack.pop()
    return
  }
  if (element.tagName !== 'A' || !frame.block || !frame.builder) return
  const open = findLast(frame.block.links, (l) => l.element === element)
  if (open) open.end = frame.builder.text.length
}

function startBlock(frame: Frame): Block {
  const builder = new TextBuilder()
  frame.builder = builder
  frame.block = { element: frame.element, text: '', nodes: builder.nodes, zone: frame.zone, links: [], order: 0 }
  builders.set(frame.block, builder)
  return frame.block
}

const builders = new WeakMap<Block, TextBuilder>()

function addText(node: Text, frame: Frame, blocks: Block[]): void {
  const empty = !/\S/.test(node.data)
  if (!frame.builder) {
    if (empty) return
    startBlock(frame)
  }
  const builder = frame.builder as TextBuilder
  const block = frame.block as Block
  if (!empty && builder.interrupted) {
    builder.addBreak()
    builder.interrupted = false
  }
  const before = builder.text
  builder.add(node)
  if (before === '' && builder.text !== '') blocks.push(block)
}

function finishBlock(block: Block): boolean {
  const builder = builders.get(block)
  if (!builder) return false
  block.text = builder.done().text
  if (block.text === '') return false
  block.links = block.links
    .map((l) => ({ ...l, end: Math.min(l.end < 0 ? block.text.length : l.end, block.text.length) }))
    .filter((l) => l.end > l.start)
  return true
}
