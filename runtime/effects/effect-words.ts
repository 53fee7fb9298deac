interface EffectWords {
  readonly close: string
  readonly city: { readonly title: string; readonly search: string; readonly none: string }
  readonly scan: {
    readonly title: string
    readonly aim: string
    readonly noCamera: string
    readonly choose: string
    readonly unread: string
  }
  readonly copied: string
}

const en: EffectWords = {
  close: 'Close',
  city: { title: 'Choose a city', search: 'City', none: 'No city of this name.' },
  scan: {
    title: 'Scan a code',
    aim: 'Hold the code in front of the camera.',
    noCamera: 'The camera cannot be used here. Choose a picture of the code instead.',
    choose: 'Choose a picture',
    unread: 'There is no code to be read in this picture. Try a sharper one.',
  },
  copied: 'The link has been copied.',
}

const zhCn: EffectWords = {
  close: '关闭',
  city: { title: '选择城市', search: '城市名或拼音', none: '没有找到这个城市。' },
  scan: {
    title: '扫一扫',
    aim: '将二维码对准镜头。',
    noCamera: '相机不可用，可以选择一张含二维码的图片。',
    choose: '从相册选择',
    unread: '图片中没有识别到二维码，请换一张更清晰的。',
  },
  copied: '链接已复制。',
}

export function effectWords(language: string): EffectWords {
  return language.toLowerCase().startsWith('zh') ? zhCn : en
}
