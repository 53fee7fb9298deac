import { createRoot } from 'react-dom/client'
import { followScheme } from '#editor/ui/scheme.ts'
import { startLanguage } from '#editor/words/use-words.ts'
import { App, fetchArea } from './app.tsx'
import './ui/tokens.css'
import './ui/base.css'

followScheme()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
fetchArea(location.pathname)
await startLanguage()
createRoot(root).render(<App />)
