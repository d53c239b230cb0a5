import { useState } from 'react'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'
import { useT } from '../../i18n/language.tsx'
import { Button } from '../../ui/button.tsx'
import { fileNameOf } from './file-name.ts'
import { TROUBLE_WORDS } from './hub-trouble.tsx'
import { fetchProblem } from './read-answer.ts'

type Props = {
  readonly path: string
  /** The file's name where the hub gives none. */
  readonly fileName: string
  readonly label: string
  readonly look?: 'primary' | 'plain'
}

type Told = { readonly good: boolean; readonly words: string }

/** A file from the hub, under the session of the person who asks; its name carries no person. */
export function Download({ path, fileName, label, look = 'plain' }: Props) {
  const t = useT()
  const ask = useAsk()
  const [working, setWorking] = useState(false)
  const [told, setTold] = useState<Told | null>(null)

  const fetchFile = async () => {
    if (working) return
    setWorking(true)
    setTold(null)
    const answer = await ask('hub.fetch', { path }).catch(() => null)
    setWorking(false)
    if (!answer?.ok) {
      setTold({ good: false, words: t(TROUBLE_WORDS[fetchProblem(answer?.problem)]) })
      return
    }
    const name = fileNameOf(answer.value.fileName, fileName)
    handOver(new Blob([answer.value.body], { type: answer.value.contentType }), name)
    setTold({ good: true, words: t('reports.downloaded', { file: name }) })
  }

  return (
    <div className="download">
      <Button look={look} aria-disabled={working} onClick={() => void fetchFile()}>
        {working ? t('reports.downloading') : label}
      </Button>
      <span role="status" className={told?.good === false ? 'field-error' : 'small soft'}>
        {told?.words}
      </span>
    </div>
  )
}

function handOver(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the file over once the click is done; a moment is left for slow ones.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
