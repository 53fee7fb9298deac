import { createRoot } from 'react-dom/client'
import { followScheme } from '#editor/ui/scheme.ts'
import { App } from './app.tsx'
import './ui/tokens.css'
import './ui/base.css'

followScheme()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(<App />)
