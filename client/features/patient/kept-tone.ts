import type { Kept } from '../../data/read-model/views.ts'
import type { Tone } from '../../ui/notice.tsx'

export function keptTone(kept: Kept): Tone {
  if (kept === 'confirmed') return 'good'
  return kept === 'waiting' ? 'wait' : 'bad'
}
