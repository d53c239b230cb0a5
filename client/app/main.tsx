import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connectDataWorker } from '../data/bridge/connect.ts'
import '../ui/styles/tokens.css'
import '../ui/styles/base.css'
import '../ui/styles/layout.css'
import '../ui/styles/controls.css'
import '../ui/styles/tables.css'
import { App } from './app.tsx'

const root = document.getElementById('root')
// `old-browser.js` has looked first: where this program cannot run, its one sentence is all there is.
if (root && !document.documentElement.classList.contains('cannot-run')) {
  const worker = connectDataWorker()
  createRoot(root).render(
    <StrictMode>
      <App worker={worker} />
    </StrictMode>,
  )
}
