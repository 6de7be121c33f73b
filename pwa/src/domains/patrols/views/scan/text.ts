/** Words of a scan that does not lead straight to a sheet, and of a label's page. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    patrols: {
      searchPlace: '找巡查点',
      noSuchPlace: '没有这个巡查点。换个说法再找',
      scanAgain: '再扫一次',
      visitAnyway: '就在这里，照样记录',
      pickInstead: '从列表选巡查点',
      changeEstate: '换到{estate}',
      hangBlank: '去张贴',
      openIn: '在“{room}”里打开',
      anotherEstate: '别的小区',
      trouble: {
        unknown: {
          title: '本机没有这张标签',
          note: '{code} 可能刚换上，还没下载到本机。选好巡查点照样记录，编码会一起上传',
        },
        revoked: {
          title: '这张标签已作废',
          note: '{place}的标签 {day} 换过。扫墙上新的那张；没有新的就照样记录，主管会看到',
        },
        revokedUndated: {
          note: '{place}的标签换过。扫墙上新的那张；没有新的就照样记录，主管会看到',
        },
        elsewhere: {
          title: '这是{estate}的标签',
          note: '现在记的是另一个小区。换到{estate}再扫',
        },
        blank: {
          title: '空白标签',
          note: '还没归哪一处。贴在哪里，就去张贴标签里登记到哪里',
        },
        not_a_place: {
          title: '不是巡查点的标签',
          note: '这是钥匙、房门或证件上的标签。巡查扫墙上的巡查点标签',
        },
        closed: {
          title: '这一处已停用',
          note: '{place}不在巡查点里了。确实要记就照样记录，主管会看到',
        },
        no_checklist: {
          title: '这一处还没有检查表',
          note: '连上网更新后再扫。仍没有就告诉主管',
        },
        no_room: {
          title: '手机空间不够，先别填',
          note: '{left}一处至少要留 20 MB。先把待上传的传完，或清出手机空间，再扫一次',
          left: '只剩 {n} MB，',
        },
        no_store: {
          title: '手机存不了记录',
          note: '现在填了也保存不了。重启浏览器再扫，仍不行就换一部手机',
        },
      },
      label: {
        title: '巡查标签',
        invalid: '编码不对',
        invalidNote: '地址里的编码不完整。对照标签，在巡管家里输入 12 位编码',
        opening: '正在打开这一处',
        copy: '复制编码',
        copied: '已复制',
        signIn: '登录，在这里继续',
        privacy: '本标签属于小区的巡查点，编码不含个人信息',
        steps: {
          wechat:
            '点右上角 ···，选“在浏览器打开”|已装巡管家：从桌面打开，点扫码，再扫这张标签|扫不了：点“输入编码”，粘贴上面的编码',
          apple:
            '苹果手机的链接不会打开已装的巡管家|从主屏幕打开巡管家，点扫码，再扫这张标签|扫不了：点“输入编码”，粘贴上面的编码',
          other:
            '已装巡管家：从桌面打开，点扫码，再扫这张标签|扫不了：点“输入编码”，粘贴上面的编码',
        },
      },
    },
  },
  'zh-Hant': {
    patrols: {
      searchPlace: '找巡查點',
      noSuchPlace: '沒有這個巡查點。換個說法再找',
      scanAgain: '再掃一次',
      visitAnyway: '就在這裡，照樣記錄',
      pickInstead: '從列表選巡查點',
      changeEstate: '換到{estate}',
      hangBlank: '去張貼',
      openIn: '在“{room}”裡打開',
      anotherEstate: '別的小區',
      trouble: {
        unknown: {
          title: '本機沒有這張標籤',
          note: '{code} 可能剛換上，還沒下載到本機。選好巡查點照樣記錄，編碼會一起上傳',
        },
        revoked: {
          title: '這張標籤已作廢',
          note: '{place}的標籤 {day} 換過。掃牆上新的那張；沒有新的就照樣記錄，主管會看到',
        },
        revokedUndated: {
          note: '{place}的標籤換過。掃牆上新的那張；沒有新的就照樣記錄，主管會看到',
        },
        elsewhere: {
          title: '這是{estate}的標籤',
          note: '現在記的是另一個小區。換到{estate}再掃',
        },
        blank: {
          title: '空白標籤',
          note: '還沒歸哪一處。貼在哪裡，就去張貼標籤裡登記到哪裡',
        },
        not_a_place: {
          title: '不是巡查點的標籤',
          note: '這是鑰匙、房門或證件上的標籤。巡查掃牆上的巡查點標籤',
        },
        closed: {
          title: '這一處已停用',
          note: '{place}不在巡查點裡了。確實要記就照樣記錄，主管會看到',
        },
        no_checklist: {
          title: '這一處還沒有檢查表',
          note: '連上網更新後再掃。仍沒有就告訴主管',
        },
        no_room: {
          title: '手機空間不夠，先別填',
          note: '{left}一處至少要留 20 MB。先把待上傳的傳完，或清出手機空間，再掃一次',
          left: '只剩 {n} MB，',
        },
        no_store: {
          title: '手機存不了記錄',
          note: '現在填了也保存不了。重啟瀏覽器再掃，仍不行就換一部手機',
        },
      },
      label: {
        title: '巡查標籤',
        invalid: '編碼不對',
        invalidNote: '地址裡的編碼不完整。對照標籤，在巡管家裡輸入 12 位編碼',
        opening: '正在打開這一處',
        copy: '複製編碼',
        copied: '已複製',
        signIn: '登錄，在這裡繼續',
        privacy: '本標籤屬於小區的巡查點，編碼不含個人信息',
        steps: {
          wechat:
            '點右上角 ···，選“在瀏覽器打開”|已裝巡管家：從桌面打開，點掃碼，再掃這張標籤|掃不了：點“輸入編碼”，貼上上面的編碼',
          apple:
            '蘋果手機的鏈接不會打開已裝的巡管家|從主屏幕打開巡管家，點掃碼，再掃這張標籤|掃不了：點“輸入編碼”，貼上上面的編碼',
          other:
            '已裝巡管家：從桌面打開，點掃碼，再掃這張標籤|掃不了：點“輸入編碼”，貼上上面的編碼',
        },
      },
    },
  },
  en: {
    patrols: {
      searchPlace: 'Find a place',
      noSuchPlace: 'No such place. Try other words',
      scanAgain: 'Scan again',
      visitAnyway: 'I am there: record it all the same',
      pickInstead: 'Pick the place from the list',
      changeEstate: 'Change to {estate}',
      hangBlank: 'Hang it',
      openIn: 'Open it in {room}',
      anotherEstate: 'another estate',
      trouble: {
        unknown: {
          title: 'This label is not known here',
          note: '{code} may be new and not downloaded yet. Pick the place and record it; the code is sent along',
        },
        revoked: {
          title: 'This label was replaced',
          note: 'The label of {place} was replaced on {day}. Scan the new one; if there is none, record it all the same and the supervisor sees it',
        },
        revokedUndated: {
          note: 'The label of {place} was replaced. Scan the new one; if there is none, record it all the same and the supervisor sees it',
        },
        elsewhere: {
          title: 'A label of {estate}',
          note: 'You are recording for another estate. Change to {estate} and scan again',
        },
        blank: {
          title: 'A blank label',
          note: 'It belongs to no place yet. Stick it on a wall, then enter where it hangs',
        },
        not_a_place: {
          title: 'Not the label of a place',
          note: 'It belongs to a key, a unit or a pass. For a round, scan the label of the place on the wall',
        },
        closed: {
          title: 'This place is no longer visited',
          note: '{place} is off the list. If it must be recorded, do so; the supervisor sees it',
        },
        no_checklist: {
          title: 'No checklist for this place',
          note: 'Go online, then scan again. If there is still none, tell the supervisor',
        },
        no_room: {
          title: 'No room on this phone: do not fill it in yet',
          note: '{left}A place needs 20 MB. Send what waits or free space, then scan again',
          left: 'Only {n} MB left. ',
        },
        no_store: {
          title: 'This phone cannot keep records',
          note: 'What you fill in now could not be saved. Restart the browser and scan again, or use another phone',
        },
      },
      label: {
        title: 'Patrol label',
        invalid: 'This code is not right',
        invalidNote:
          'The code in this address is incomplete. Type the 12 characters from the label in Rounds',
        opening: 'Opening this place',
        copy: 'Copy the code',
        copied: 'Copied',
        signIn: 'Sign in and go on here',
        privacy: 'This label marks a place of the estate; its code holds nothing personal',
        steps: {
          wechat:
            'Tap ··· at the top right and open it in the browser|Rounds installed: open it from the home screen, tap Scan, scan this label|No scanning: tap “Type the code” and paste the code above',
          apple:
            'On an iPhone a link does not open the installed app|Open Rounds from the home screen, tap Scan, scan this label|No scanning: tap “Type the code” and paste the code above',
          other:
            'Rounds installed: open it from the home screen, tap Scan, scan this label|No scanning: tap “Type the code” and paste the code above',
        },
      },
    },
  },
}
