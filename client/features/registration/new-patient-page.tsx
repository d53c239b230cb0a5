import { useEffect } from 'react'
import { newUlid } from '../../platform/ids.ts'
import { useRouter } from '../../ui/router/router.tsx'

/**
 * Gives a new patient the id under which the form, its draft and in the end the record are kept, so that a double
 * Enter or a crash never makes two.
 */
export default function NewPatientPage() {
  const { go, carried } = useRouter()
  useEffect(() => go(`/patients/new/${newUlid()}`, { replace: true, carry: carried }), [go, carried])
  return null
}
