import { expect, test } from 'vitest'
import { chooseAmong, loadAllLanguages, loadLanguage, ownName, tagOfFile, uiLanguages } from './languages.ts'

test('every file in the folder is a language, offered by the name its speakers give it', async () => {
  const files = Object.keys(import.meta.glob('./languages/*.ts'))
  expect(uiLanguages.map(({ id }) => id).toSorted()).toEqual(files.map(tagOfFile).toSorted())
  expect(uiLanguages).toEqual([
    { id: 'en', name: 'English' },
    { id: 'zh-CN', name: '简体中文' },
  ])
  const loaded = await loadAllLanguages()
  expect(loaded.map(({ id, words }) => [id, words.common.save])).toEqual([
    ['en', 'Save'],
    ['zh-CN', '保存'],
  ])
})

test('a file of any name would be a language without another line of code', () => {
  expect(['./languages/fr.ts', './languages/pt-br.ts', './languages/zh-tw.ts'].map(tagOfFile)).toEqual([
    'fr',
    'pt-BR',
    'zh-TW',
  ])
  expect(['fr', 'pt-BR', 'zh-TW', 'ja'].map(ownName)).toEqual(['Français', 'Português (Brasil)', '繁體中文', '日本語'])
})

test('who wants a language gets it, its nearest kin, or English', () => {
  const ids = ['en', 'zh-CN', 'pt-BR']
  expect(chooseAmong(['zh-CN'], ids)).toBe('zh-CN')
  expect(chooseAmong(['zh-TW', 'en'], ids)).toBe('zh-CN')
  expect(chooseAmong(['fr-FR', 'pt'], ids)).toBe('pt-BR')
  expect(chooseAmong(['fr'], ids)).toBe('en')
  expect(chooseAmong([], ids)).toBe('en')
})

test('a language that is not there is refused by name', async () => {
  await expect(loadLanguage('tlh')).rejects.toThrow('There is no language tlh')
})
