import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { showFactsOf, type ShowFacts } from '#runtime/show-when.ts'
import { useSession, useTopic, useView } from '../session/use-session.tsx'

const stepMs = 30_000

type WorldOf = typeof import('#components/situations/index.ts').worldOf

/** What canvas and preview pretend about the shop's clock, hours and visitor; the same that their frames work out. */
export function useShowFacts(): ShowFacts {
  const { shop, program } = useSession()
  const situation = useView((state) => state.situation)
  const shopData = useStore(shop, (state) => state.data)
  const [worldOf, setWorldOf] = useState<WorldOf | undefined>(undefined)
  const nowMs = useNow()
  useTopic('meta')
  const isNow = situation === 'now'
  useEffect(() => {
    if (!isNow) void import('#components/situations/index.ts').then((module) => setWorldOf(() => module.worldOf))
  }, [isNow])
  if (isNow || !shopData || !worldOf) return showFactsOf({ shop: shopData?.shop, card: null }, nowMs)
  const world = worldOf(situation, { shopData, nowMs, language: program.language })
  return showFactsOf({ shop: world.shopData.shop, card: world.visitor.card }, world.nowMs)
}

/** The clock of this computer, ticking slowly. */
function useNow(): number {
  const [nowMs, setNow] = useState(() => Date.now())
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), stepMs)
    return () => clearInterval(ticking)
  }, [])
  return nowMs
}
