'use client'

import { useEffect, useState } from 'react'
import { useForm } from '@/app/_ui/form-context'
import { storedRevision } from './results'

/**
 * The revision that the writer opened. It stays when the page shows newer data, because the controls then still hold the
 * older text: saving has to notice. It moves only when this form itself saved, or told of the conflict.
 */
export function OpenedRevision({ revision }: { revision: number }) {
  const { result } = useForm()
  const [opened, setOpened] = useState(revision)
  useEffect(() => setOpened((before) => storedRevision(result) ?? before), [result])
  return <input type="hidden" name="revision" value={opened} />
}
