import { render, type ComponentChild } from 'preact'

/** Draws a state into the page. */
export type Show = (app: HTMLElement) => void

/** Draws into the page itself, with one of its own style sheets. */
export function inPage(css: string, what: () => ComponentChild): Show {
  return (app) => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
    render(what(), app)
  }
}

/** Tells in the console what a callback was given. */
export const tell = (name: string) => (...given: unknown[]) => console.log(name, ...given)
