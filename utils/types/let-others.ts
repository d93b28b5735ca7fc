/** Lets what waits go first: a click, a drawing. A timer would be held up to a second in a tab that nobody looks at. */
export function letOthers(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => (port1.close(), resolve()), { once: true })
    port1.start()
    port2.postMessage(null)
  })
}
