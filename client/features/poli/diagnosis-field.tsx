import { useMemo, useState } from 'react'
import type { Icd10Entry } from '../../../shared/codes/icd10.ts'
import { useIcd10 } from '../../data/read-model/use-code-lists.ts'
import { useSpeech, useT } from '../../i18n/language.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { searchDiagnoses } from './diagnosis-search.ts'

const OFFERED = 10

type Props = { readonly error: string | undefined; readonly onChoose: (code: string) => void }

/** Finds a diagnosis by its code or by what people call it; choosing empties the field for the next. */
export function DiagnosisField({ error, onChoose }: Props) {
  const t = useT()
  const entries = useIcd10()
  const [text, setText] = useState('')
  const options = useMemo(() => searchDiagnoses(entries ?? [], text, OFFERED), [entries, text])
  return (
    <ComboBox
      id="diagnosis"
      label={t('poli.diagnosis')}
      hint={t('poli.diagnosis.hint')}
      error={error}
      text={text}
      onType={setText}
      options={options}
      keyOf={(entry) => entry.code}
      render={(entry) => <EntryRow entry={entry} />}
      onChoose={(entry) => {
        onChoose(entry.code)
        setText('')
      }}
      listLabel={t('poli.diagnosis.list')}
      nothing={t('poli.diagnosis.nothing')}
      autoFocus
    />
  )
}

function EntryRow({ entry }: { entry: Icd10Entry }) {
  const { language, t } = useSpeech()
  return (
    <span className="diagnosis-row">
      <span className="diagnosis-code number">{entry.code}</span>
      <span>
        {(language === 'en' && entry.nameEn) || entry.nameId}
        {entry.also && (
          <span className="soft small"> {t('poli.diagnosis.also', { names: entry.also.join(', ') })}</span>
        )}
      </span>
    </span>
  )
}
