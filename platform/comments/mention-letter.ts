import type { Language } from '../contract/merchant.ts'
import type { Letter } from '../mail/mailer.ts'

export interface MentionFacts {
  readonly author: string
  readonly program: string
  readonly body: string
  /** Opens the program at the comment. */
  readonly link: string
}

/** A letter does not repeat a long comment: it says that there is one. */
const mostLetters = 400

export function mentionLetter(to: string, { author, program, body, link }: MentionFacts, language: Language): Letter {
  const who = oneLine(author)
  const where = oneLine(program)
  const said = body.length > mostLetters ? `${body.slice(0, mostLetters)}…` : body
  return language === 'en'
    ? {
        to,
        subject: `${who} mentioned you in ${where}`,
        text: `${who} mentioned you in a comment on “${where}”:\n\n${said}\n\nAnswer here:\n${link}\n`,
      }
    : {
        to,
        subject: `${who} 在「${where}」中提到了你`,
        text: `${who} 在「${where}」的评论中提到了你：\n\n${said}\n\n点此回复：\n${link}\n`,
      }
}

/** Names are typed by people; a subject has one line. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
