/**
 * The cities a visitor can choose from: those of prefecture level and above with their code of GB/T 2260, in the order of
 * their names in pinyin.
 */
import type { City } from '#components/kit/host.ts'

export interface KnownCity extends City {
  /** What a person may type to find it: both names, in small letters and without marks. */
  readonly search: string
  /** Of its name in Latin letters. */
  readonly initial: string
}

/** The cities most people live in, shown first. */
export const largestCities = [
  '310000',
  '110000',
  '440100',
  '440300',
  '510100',
  '330100',
  '500000',
  '420100',
  '610100',
  '320500',
]

export function citiesIn(language: string): readonly KnownCity[] {
  const chinese = language.toLowerCase().startsWith('zh')
  return rows.split('|').map((row) => {
    const code = row.trim().slice(0, 6)
    const [zh = '', ...latin] = row.trim().slice(6).split(' ')
    const en = latin.join(' ')
    return { code, name: chinese ? zh : en, search: `${plain(en)} ${zh}`, initial: en.slice(0, 1) }
  })
}

/** Cities that a typed text may mean; all for an empty one. */
export function findCities(cities: readonly KnownCity[], typed: string): readonly KnownCity[] {
  const wanted = plain(typed.trim())
  return cities.filter(
    ({ search }) => search.split(' ').some((word) => word.startsWith(wanted)) || search.startsWith(wanted),
  )
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', '').normalize('NFD').replaceAll(/\p{M}/gu, '')
}

const rows = `652900阿克苏 Aksu|654300阿勒泰 Altay|152900阿拉善 Alxa|610900安康 Ankang|340800安庆 Anqing|210300鞍山 Anshan|
520400安顺 Anshun|410500安阳 Anyang|220800白城 Baicheng|451000百色 Baise|220600白山 Baishan|620400白银 Baiyin|
130600保定 Baoding|610300宝鸡 Baoji|530500保山 Baoshan|150200包头 Baotou|150800巴彦淖尔 Bayannur|
652800巴音郭楞 Bayingolin|511900巴中 Bazhong|450500北海 Beihai|110000北京 Beijing|340300蚌埠 Bengbu|
210500本溪 Benxi|520500毕节 Bijie|371600滨州 Binzhou|652700博尔塔拉 Bortala|341600亳州 Bozhou|130900沧州 Cangzhou|
220100长春 Changchun|430700常德 Changde|652300昌吉 Changji|430100长沙 Changsha|140400长治 Changzhi|
320400常州 Changzhou|211300朝阳 Chaoyang|445100潮州 Chaozhou|130800承德 Chengde|510100成都 Chengdu|
431000郴州 Chenzhou|150400赤峰 Chifeng|341700池州 Chizhou|500000重庆 Chongqing|451400崇左 Chongzuo|
532300楚雄 Chuxiong|341100滁州 Chuzhou|232700大兴安岭 Da Hinggan Ling|532900大理 Dali|210200大连 Dalian|
210600丹东 Dandong|460400儋州 Danzhou|230600大庆 Daqing|140200大同 Datong|511700达州 Dazhou|533100德宏 Dehong|
510600德阳 Deyang|371400德州 Dezhou|621100定西 Dingxi|533400迪庆 Diqing|441900东莞 Dongguan|370500东营 Dongying|
422800恩施 Enshi|420700鄂州 Ezhou|450600防城港 Fangchenggang|440600佛山 Foshan|210400抚顺 Fushun|210900阜新 Fuxin|
341200阜阳 Fuyang|350100福州 Fuzhou|361000抚州 Fuzhou|623000甘南 Gannan|360700赣州 Ganzhou|513300甘孜 Garze|
632600果洛 Golog|511600广安 Guang’an|510800广元 Guangyuan|440100广州 Guangzhou|450800贵港 Guigang|
450300桂林 Guilin|520100贵阳 Guiyang|640400固原 Guyuan|632200海北 Haibei|630200海东 Haidong|460100海口 Haikou|
632500海南 Hainan|632800海西 Haixi|650500哈密 Hami|130400邯郸 Handan|330100杭州 Hangzhou|610700汉中 Hanzhong|
230100哈尔滨 Harbin|410600鹤壁 Hebi|451200河池 Hechi|340100合肥 Hefei|230400鹤岗 Hegang|231100黑河 Heihe|
131100衡水 Hengshui|430400衡阳 Hengyang|441600河源 Heyuan|371700菏泽 Heze|451100贺州 Hezhou|152200兴安 Hinggan|
150100呼和浩特 Hohhot|532500红河 Honghe|810000香港 Hong Kong|653200和田 Hotan|320800淮安 Huai’an|
340600淮北 Huaibei|431200怀化 Huaihua|340400淮南 Huainan|421100黄冈 Huanggang|632300黄南 Huangnan|
341000黄山 Huangshan|420200黄石 Huangshi|441300惠州 Huizhou|211400葫芦岛 Huludao|150700呼伦贝尔 Hulunbuir|
330500湖州 Huzhou|654000伊犁 Ili|230800佳木斯 Jiamusi|360800吉安 Ji’an|440700江门 Jiangmen|410800焦作 Jiaozuo|
330400嘉兴 Jiaxing|620200嘉峪关 Jiayuguan|445200揭阳 Jieyang|220200吉林 Jilin|370100济南 Jinan|
620300金昌 Jinchang|140500晋城 Jincheng|360200景德镇 Jingdezhen|420800荆门 Jingmen|421000荆州 Jingzhou|
330700金华 Jinhua|370800济宁 Jining|140700晋中 Jinzhong|210700锦州 Jinzhou|360400九江 Jiujiang|
620900酒泉 Jiuquan|230300鸡西 Jixi|410200开封 Kaifeng|650200克拉玛依 Karamay|653100喀什 Kashgar|
653000克孜勒苏 Kizilsu|530100昆明 Kunming|451300来宾 Laibin|131000廊坊 Langfang|620100兰州 Lanzhou|
511100乐山 Leshan|540100拉萨 Lhasa|513400凉山 Liangshan|320700连云港 Lianyungang|371500聊城 Liaocheng|
211000辽阳 Liaoyang|220400辽源 Liaoyuan|530700丽江 Lijiang|530900临沧 Lincang|141000临汾 Linfen|
622900临夏 Linxia|371300临沂 Linyi|331100丽水 Lishui|520200六盘水 Liupanshui|450200柳州 Liuzhou|
621200陇南 Longnan|350800龙岩 Longyan|431300娄底 Loudi|341500六安 Lu’an|411100漯河 Luohe|410300洛阳 Luoyang|
510500泸州 Luzhou|141100吕梁 Lüliang|340500马鞍山 Ma’anshan|820000澳门 Macau|440900茂名 Maoming|
511400眉山 Meishan|441400梅州 Meizhou|510700绵阳 Mianyang|231000牡丹江 Mudanjiang|540600那曲 Nagqu|
360100南昌 Nanchang|511300南充 Nanchong|320100南京 Nanjing|450100南宁 Nanning|350700南平 Nanping|
320600南通 Nantong|411300南阳 Nanyang|511000内江 Neijiang|542500阿里 Ngari|513200阿坝 Ngawa|330200宁波 Ningbo|
350900宁德 Ningde|533300怒江 Nujiang|540400林芝 Nyingchi|150600鄂尔多斯 Ordos|211100盘锦 Panjin|
510400攀枝花 Panzhihua|410400平顶山 Pingdingshan|620800平凉 Pingliang|360300萍乡 Pingxiang|530800普洱 Pu’er|
350300莆田 Putian|410900濮阳 Puyang|540300昌都 Qamdo|522600黔东南 Qiandongnan|522700黔南 Qiannan|
522300黔西南 Qianxinan|370200青岛 Qingdao|621000庆阳 Qingyang|441800清远 Qingyuan|130300秦皇岛 Qinhuangdao|
450700钦州 Qinzhou|230200齐齐哈尔 Qiqihar|230900七台河 Qitaihe|350500泉州 Quanzhou|530300曲靖 Qujing|
330800衢州 Quzhou|371100日照 Rizhao|411200三门峡 Sanmenxia|350400三明 Sanming|460300三沙 Sansha|460200三亚 Sanya|
310000上海 Shanghai|611000商洛 Shangluo|411400商丘 Shangqiu|361100上饶 Shangrao|540500山南 Shannan|
440500汕头 Shantou|441500汕尾 Shanwei|440200韶关 Shaoguan|330600绍兴 Shaoxing|430500邵阳 Shaoyang|
210100沈阳 Shenyang|440300深圳 Shenzhen|540200日喀则 Shigatse|130100石家庄 Shijiazhuang|420300十堰 Shiyan|
640200石嘴山 Shizuishan|230500双鸭山 Shuangyashan|140600朔州 Shuozhou|220300四平 Siping|220700松原 Songyuan|
231200绥化 Suihua|510900遂宁 Suining|421300随州 Suizhou|321300宿迁 Suqian|320500苏州 Suzhou|341300宿州 Suzhou|
654200塔城 Tacheng|370900泰安 Tai’an|710100台北 Taipei|140100太原 Taiyuan|321200泰州 Taizhou|331000台州 Taizhou|
130200唐山 Tangshan|120000天津 Tianjin|620500天水 Tianshui|211200铁岭 Tieling|610200铜川 Tongchuan|
220500通化 Tonghua|150500通辽 Tongliao|340700铜陵 Tongling|520600铜仁 Tongren|650400吐鲁番 Turpan|
150900乌兰察布 Ulanqab|650100乌鲁木齐 Urumqi|370700潍坊 Weifang|371000威海 Weihai|610500渭南 Weinan|
532600文山 Wenshan|330300温州 Wenzhou|150300乌海 Wuhai|420100武汉 Wuhan|340200芜湖 Wuhu|620600武威 Wuwei|
320200无锡 Wuxi|640300吴忠 Wuzhong|450400梧州 Wuzhou|350200厦门 Xiamen|610100西安 Xi’an|430300湘潭 Xiangtan|
433100湘西 Xiangxi|420600襄阳 Xiangyang|421200咸宁 Xianning|610400咸阳 Xianyang|420900孝感 Xiaogan|
152500锡林郭勒 Xilin Gol|130500邢台 Xingtai|630100西宁 Xining|410700新乡 Xinxiang|411500信阳 Xinyang|
360500新余 Xinyu|140900忻州 Xinzhou|532800西双版纳 Xishuangbanna|341800宣城 Xuancheng|411000许昌 Xuchang|
320300徐州 Xuzhou|511800雅安 Ya’an|610600延安 Yan’an|222400延边 Yanbian|320900盐城 Yancheng|441700阳江 Yangjiang|
140300阳泉 Yangquan|321000扬州 Yangzhou|370600烟台 Yantai|511500宜宾 Yibin|420500宜昌 Yichang|230700伊春 Yichun|
360900宜春 Yichun|640100银川 Yinchuan|210800营口 Yingkou|360600鹰潭 Yingtan|430900益阳 Yiyang|
431100永州 Yongzhou|430600岳阳 Yueyang|450900玉林 Yulin|610800榆林 Yulin|140800运城 Yuncheng|445300云浮 Yunfu|
632700玉树 Yushu|530400玉溪 Yuxi|370400枣庄 Zaozhuang|430800张家界 Zhangjiajie|130700张家口 Zhangjiakou|
620700张掖 Zhangye|350600漳州 Zhangzhou|440800湛江 Zhanjiang|441200肇庆 Zhaoqing|530600昭通 Zhaotong|
410100郑州 Zhengzhou|321100镇江 Zhenjiang|442000中山 Zhongshan|640500中卫 Zhongwei|411600周口 Zhoukou|
330900舟山 Zhoushan|440400珠海 Zhuhai|411700驻马店 Zhumadian|430200株洲 Zhuzhou|370300淄博 Zibo|510300自贡 Zigong|
512000资阳 Ziyang|520300遵义 Zunyi`
