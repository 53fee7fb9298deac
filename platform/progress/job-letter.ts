/** The customer hears of each step by e-mail, where this installation can send any. */
import { codeText } from '#model/shop/progress-code.ts'
import type { JobProgress } from '#model/shop/progress.ts'
import type { Letter, Mailer } from '#platform/mail/mailer.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { programLanguage } from '#platform/shop/program-language.ts'
import { inShop } from '#platform/shop/scope.ts'
import type { ShopDb, ShopScope } from '#platform/shop/scope.ts'
import { findJob } from './load-jobs.ts'

/**
 * Sends what is new, once: several steps in a row are one letter. It is written down as told before it leaves, so that nobody
 * gets a letter twice; one that the mail server did not take is written down as untold, and tried again.
 * @throws what the mailer throws
 */
export async function sendJobLetter(
  db: ShopDb,
  mailer: Mailer | undefined,
  scope: ShopScope,
  jobId: string,
): Promise<void> {
  if (!mailer) return
  const letter = await inShop(db, scope, async (at) => {
    const news = await at.tx
      .updateTable('shop_job')
      .set((eb) => ({ told_version: eb.ref('version') }))
      .where('program_id', '=', at.programId)
      .where('id', '=', jobId)
      .where('customer_email', '<>', '')
      .whereRef('told_version', '<', 'version')
      .returning('id')
      .executeTakeFirst()
    const job = news && (await findJob(at, jobId))
    return job && letterOf(job, job.customerEmail, (await loadShop(at)).name, await programLanguage(at))
  })
  if (!letter) return
  try {
    await mailer.send(letter)
  } catch (error) {
    await inShop(db, scope, (at) =>
      at.tx
        .updateTable('shop_job')
        .set({ told_version: 0 })
        .where('program_id', '=', at.programId)
        .where('id', '=', jobId)
        .execute(),
    )
    throw error
  }
}

/** @param shop - its name */
export function letterOf(job: JobProgress, to: string, shop: string, language: 'en' | 'zh-CN'): Letter {
  const step = job.steps.findLast(({ doneAtIso }) => doneAtIso !== null)
  const note = step?.note ? ['', step.note] : []
  const code = codeText(job.code)
  if (language === 'en') {
    const state = job.status === 'cancelled' ? 'Cancelled' : (step?.label ?? '')
    return {
      to,
      subject: `${shop}: ${job.title} – ${state}`,
      text: [
        `${job.title}: ${state}`,
        ...note,
        '',
        `Your code is ${code}. With it you can see on our page how far it is.`,
        '',
        shop,
      ].join('\n'),
    }
  }
  const state = job.status === 'cancelled' ? '已取消' : (step?.label ?? '')
  return {
    to,
    subject: `${shop}：${job.title} – ${state}`,
    text: [`${job.title}：${state}`, ...note, '', `您的查询码是 ${code}，可在我们的页面随时查看进度。`, '', shop].join(
      '\n',
    ),
  }
}
