import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react'
import { usePerson } from '../../data/bridge/use-data-worker.tsx'
import { personMayWrite } from '../../data/bridge/person-rights.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { useT } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import { useListbox } from '../../ui/listbox.ts'
import { Link, useRouter } from '../../ui/router/router.tsx'
import { HitRow } from './hit-row.tsx'
import { TodayGlance } from './today-glance.tsx'
import { Unfinished } from './unfinished.tsx'
import { SHOWN, usePatientSearch, type Found } from './use-patient-search.ts'
import './search.css'

/** Where a desk begins and returns after every patient: one box with the cursor in it. */
export function SearchPage() {
  const t = useT()
  const { go } = useRouter()
  const { today } = useClinic()
  const mayRegister = personMayWrite(usePerson(), 'patient')
  const [text, setText] = useState('')
  const found = usePatientSearch(text)
  const hits = found.kind === 'found' ? found.hits : []
  // The way to a new patient is always the last row, so that "not there" is one arrow key from the answer.
  const rows = hits.length + (mayRegister && text.trim() !== '' && found.kind !== 'idle' ? 1 : 0)

  const choose = (index: number) => {
    const hit = hits[index]
    if (hit) go(`/patients/${hit.id}`)
    else go('/patients/new', { carry: { typed: text.trim() } })
  }
  const list = useListbox({ count: rows, open: true, onChoose: choose, firstMarked: true })
  // Enter may come before the rows of the last letters, from quick fingers or a scanner: it waits for them, because
  // the row it would open now belongs to another text.
  const fresh = found.kind === 'found' && found.text === text.trim()
  const [entered, setEntered] = useState(false)
  const openFirst = useEffectEvent(() => {
    setEntered(false)
    choose(0)
  })
  useEffect(() => {
    if (entered && fresh) openFirst()
  }, [entered, fresh])
  const type = (typed: string) => {
    setText(typed)
    setEntered(false)
    list.reset()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && text.trim() !== '' && !fresh) {
      event.preventDefault()
      setEntered(true)
      return
    }
    if (list.onKey(event)) return
    if (event.key === 'Escape' && text !== '') {
      event.stopPropagation()
      type('')
    }
  }

  return (
    <div className="page stack">
      <h1 className="unseen">{t('search.title')}</h1>
      <div className="search">
        <label htmlFor="search-box">{t('search.title')}</label>
        <input
          {...list.fieldProps}
          id="search-box"
          className="input search-box"
          type="text"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          placeholder={t('search.box')}
          aria-describedby="search-hint"
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
        />
        <div className="row row-apart">
          <p id="search-hint" className="field-hint">
            {t('search.hint')}
          </p>
          {mayRegister && (
            <Link className="button" to="/patients/new" carry={{ typed: text.trim() }}>
              {t('search.new-empty')}
              <Key of="Alt+B" />
            </Link>
          )}
        </div>
      </div>
      <p className="unseen" role="status">
        {countText(found, t)}
      </p>
      {found.kind === 'failed' && <p role="alert">{t('search.failed')}</p>}
      {found.kind === 'found' && hits.length === 0 && <p className="soft">{t('search.nothing')}</p>}
      <ul {...list.listProps} className="hits" aria-label={t('search.results')} hidden={rows === 0}>
        {hits.map((hit, index) => (
          <li
            key={hit.id}
            {...list.optionProps(index)}
            className="hit"
            onMouseMove={() => list.mark(index)}
            onClick={() => choose(index)}
          >
            <HitRow hit={hit} typed={text} today={today} />
          </li>
        ))}
        {rows > hits.length && (
          <li
            {...list.optionProps(hits.length)}
            className="hit hit-new"
            onMouseMove={() => list.mark(hits.length)}
            onClick={() => choose(hits.length)}
          >
            {t('search.new', { text: text.trim() })}
          </li>
        )}
      </ul>
      {found.kind === 'found' && found.more && <p className="soft">{t('search.found-more', { n: SHOWN })}</p>}
      {found.kind === 'idle' && (
        <>
          <Unfinished />
          <TodayGlance />
        </>
      )}
    </div>
  )
}

function countText(found: Found, t: ReturnType<typeof useT>): string {
  if (found.kind !== 'found') return ''
  if (found.hits.length === 0) return t('search.nothing')
  return found.more ? t('search.found-more', { n: SHOWN }) : t('search.found', { n: found.hits.length })
}
