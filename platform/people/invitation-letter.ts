import type { Letter } from '../mail/mailer.ts'
import type { PendingInvitation, Role } from '../contract/people.ts'
import type { Language } from '../contract/merchant.ts'

const roles: { readonly [L in Language]: { readonly [R in Role]: string } } = {
  en: { owner: 'an owner', designer: 'a designer', editor: 'an editor', viewer: 'a viewer' },
  'zh-CN': { owner: '所有者', designer: '设计师', editor: '编辑', viewer: '查看者' },
}

/** @param to - the program's name, or the workspace's */
export function invitationLetter(
  { role, email, invitedBy, link, expiresAtIso }: PendingInvitation,
  to: string,
  language: Language,
): Letter {
  const name = oneLine(to)
  const who = oneLine(invitedBy)
  const until = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(expiresAtIso))
  return language === 'en'
    ? {
        to: email ?? '',
        subject: `${who} invites you to ${name}`,
        text: `${who} invites you to ${name} on Shopwright, as ${roles.en[role]}.\n\nJoin by this link until ${until}:\n${link}\n\nIf you did not expect this letter, do nothing: without the link nobody joins.\n`,
      }
    : {
        to: email ?? '',
        subject: `${who} 邀请你加入「${name}」`,
        text: `${who} 邀请你在 Shopwright 上以${roles['zh-CN'][role]}身份加入「${name}」。\n\n请在 ${until} 前打开此链接加入：\n${link}\n\n如果你没有在等这封信，不必理会：没有链接就无法加入。\n`,
      }
}

/** Names are typed by people; a subject has one line. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
