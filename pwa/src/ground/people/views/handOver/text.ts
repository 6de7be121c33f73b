/** Words of handing the phone over; they come with the page. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    people: {
      handOver: {
        title: '换人',
        who: '现在谁用这台手机',
        usedAt: '上次使用 {when}',
        isLocked: '试错 5 次，连上网才能登录',
        password: '{name}的密码',
        act: '换成{name}',
        kept: '{name}还有 {n} 条待上传，封存在本机：换人后看不到、改不了，联网后以本人名义上传',
        wrong: '密码不对，还能试 {n} 次',
        locked: '试错 5 次，断网时不能再试。连上网后再用密码登录',
        over: '断网时不能登录了。连上网后再用密码登录',
        nobody: '近 14 天没有别人用过这台手机',
        nobodyNote: '第一次在这台手机上登录要连网，之后断网也能换人',
        other: '用其他账号登录',
        missing: '这台手机上没有{estates}的资料',
        missingNote: '上一位的岗位或小区不同，资料已清除。连上网登录一次就会下载，之前扫不了码',
        goOn: '知道了',
      },
    },
  },
  'zh-Hant': {
    people: {
      handOver: {
        title: '換人',
        who: '現在誰用這台手機',
        usedAt: '上次使用 {when}',
        isLocked: '試錯 5 次，連上網才能登錄',
        password: '{name}的密碼',
        act: '換成{name}',
        kept: '{name}還有 {n} 條待上傳，封存在本機：換人後看不到、改不了，聯網後以本人名義上傳',
        wrong: '密碼不對，還能試 {n} 次',
        locked: '試錯 5 次，斷網時不能再試。連上網後再用密碼登錄',
        over: '斷網時不能登錄了。連上網後再用密碼登錄',
        nobody: '近 14 天沒有別人用過這台手機',
        nobodyNote: '第一次在這台手機上登錄要連網，之後斷網也能換人',
        other: '用其他賬號登錄',
        missing: '這台手機上沒有{estates}的資料',
        missingNote: '上一位的崗位或小區不同，資料已清除。連上網登錄一次就會下載，之前掃不了碼',
        goOn: '知道了',
      },
    },
  },
  en: {
    people: {
      handOver: {
        title: 'Hand over',
        who: 'Who uses this phone now',
        usedAt: 'Last used {when}',
        isLocked: '5 wrong tries; sign in online',
        password: 'Password of {name}',
        act: 'Hand over to {name}',
        kept: '{name} has {n} record still to send. It stays sealed here and goes out under that name | {name} has {n} records still to send. They stay sealed here and go out under that name',
        wrong: 'Wrong password; {n} try left | Wrong password; {n} tries left',
        locked: '5 wrong tries. Go online, then sign in with the password',
        over: 'No longer possible offline. Go online, then sign in with the password',
        nobody: 'Nobody else has used this phone for 14 days',
        nobodyNote:
          'The first sign-in on a phone needs a network; after that, handing over does not',
        other: 'Sign in with another login',
        missing: 'This phone holds no data of {estates}',
        missingNote:
          'The last person had another role or estate, so their data were cleared. Sign in once online to download yours; until then labels cannot be scanned',
        goOn: 'Understood',
      },
    },
  },
}
