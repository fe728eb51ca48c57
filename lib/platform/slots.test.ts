import { expect, test } from 'vitest'
import { Slots } from './slots'

test('so many at once; the next one has the slot that is given back, in the order of asking', async () => {
  const slots = new Slots(2, 60_000)
  const [first, second] = [await slots.take(), await slots.take()]
  const order: string[] = []
  const third = slots.take().then((giveBack) => {
    order.push('third')
    return giveBack
  })
  const fourth = slots.take().then(() => order.push('fourth'))
  await Promise.resolve()
  expect(order).toEqual([])
  first()
  await third
  expect(order).toEqual(['third'])
  second()
  await fourth
  expect(order).toEqual(['third', 'fourth'])
})

test('who waits too long is refused and takes no slot later', async () => {
  const slots = new Slots(1, 10)
  const giveBack = await slots.take()
  await expect(slots.take()).rejects.toThrow('BUSY')
  giveBack()
  const again = await slots.take()
  await expect(slots.take()).rejects.toThrow('BUSY')
  again()
})

test('a slot that is given back twice is one slot', async () => {
  const slots = new Slots(1, 0)
  const giveBack = await slots.take()
  giveBack()
  giveBack()
  await slots.take()
  await expect(slots.take()).rejects.toThrow('BUSY')
})
