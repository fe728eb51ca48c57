/** Work under way in this process, by who may stop it. On globalThis, because actions and routes are bundled apart. */
const shared = globalThis as unknown as { borneOutStoppable?: Map<string, AbortController> }
const running = (): Map<string, AbortController> => {
  shared.borneOutStoppable ??= new Map()
  return shared.borneOutStoppable
}

/** Runs work that `stopWork` with the same key ends early, as far as it looks at its signal; only within this process. */
export async function stoppable<T>(key: string, work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  running().set(key, controller)
  try {
    return await work(controller.signal)
  } finally {
    if (running().get(key) === controller) running().delete(key)
  }
}

/** Whether there was such work. */
export function stopWork(key: string): boolean {
  const controller = running().get(key)
  controller?.abort()
  return controller !== undefined
}
