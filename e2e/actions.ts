import type { APIResponse, BrowserContext } from '@playwright/test'

/** A form as a browser without JavaScript sends it: where to, from where, and the hidden fields that name its action. */
export type ActionOfForm = { address: string; origin: string; hidden: [string, string][] }

/** Reads the form `formId` of a page as it is served, before any script has run. */
export async function actionOf(context: BrowserContext, address: string, formId: string): Promise<ActionOfForm> {
  const served = await context.request.get(address)
  const html = await served.text()
  const page = await context.newPage()
  const hidden = await page.evaluate(
    ([source, id]) =>
      [
        ...new DOMParser()
          .parseFromString(source, 'text/html')
          .querySelectorAll<HTMLInputElement>(`form[id="${id}"] input[type=hidden]`),
      ].map((input): [string, string] => [input.name, input.value]),
    [html, formId] as const,
  )
  await page.close()
  if (!hidden.some(([name]) => name.startsWith('$ACTION'))) throw new Error(`no action in form ${formId} of ${address}`)
  return { address, origin: new URL(served.url()).origin, hidden }
}

/** Sends fields of one's own choice to a form's action, with the session of `context`, as our own page would. */
export function postAction(
  context: BrowserContext,
  { address, origin, hidden }: ActionOfForm,
  fields: readonly [string, string][],
): Promise<APIResponse> {
  const multipart = new FormData()
  for (const [name, value] of [...hidden, ...fields]) multipart.append(name, value)
  // A connection that the server closed meanwhile is opened anew.
  return context.request.post(address, {
    multipart,
    headers: { origin, 'Sec-Fetch-Site': 'same-origin' },
    maxRetries: 1,
  })
}
