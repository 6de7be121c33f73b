/** Words of what is wrong in a resident's home, seen from outside (PAT-N1 to PAT-N3). */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    findings: {
      home: {
        link: '住户家中异常',
        title: '住户家中异常',
        ban: '严禁进入住户家中，严禁擅自开锁',
        outside: '只在门外看、听、闻，马上打电话。不拍屋内。',
        emergency: '人命关天、非进不可：登记紧急进入',
        place: '在哪里看到的',
        choosePlace: '选巡查点',
        placeMissing: '还没选地点。选最近的巡查点',
        unit: '房号',
        what: '有什么异常',
        choiceMissing: '还没选有什么异常。选一个',
        seen: '门外看到、听到、闻到什么',
        seenHint: '从什么时候开始、多大、屋里有没有人应',
        photo: '拍门外',
        calls: '马上打电话',
        called: '已打',
        notCalled: '没打',
        why: {
          resident_called: '没有住户电话|电话打不通|住户就在现场',
          manager_called: '经理就在现场|电话打不通',
          help_called: '没有火情和人身危险|住户已回家，自己处理|经理已报警',
        },
        report: '上报',
        notPulled: '这台手机还没有这张表。联网同步后再填',
      },
    },
    checklists: {
      step: {
        resident_called: '致电住户',
        manager_called: '致电经理',
        help_called: '报警（119、110）',
      },
    },
  },
  'zh-Hant': {
    findings: {
      home: {
        link: '住戶家中異常',
        title: '住戶家中異常',
        ban: '嚴禁進入住戶家中，嚴禁擅自開鎖',
        outside: '只在門外看、聽、聞，馬上打電話。不拍屋內。',
        emergency: '人命關天、非進不可：登記緊急進入',
        place: '在哪裡看到的',
        choosePlace: '選巡查點',
        placeMissing: '還沒選地點。選最近的巡查點',
        unit: '房號',
        what: '有什麼異常',
        choiceMissing: '還沒選有什麼異常。選一個',
        seen: '門外看到、聽到、聞到什麼',
        seenHint: '從什麼時候開始、多大、屋裡有沒有人應',
        photo: '拍門外',
        calls: '馬上打電話',
        called: '已打',
        notCalled: '沒打',
        why: {
          resident_called: '沒有住戶電話|電話打不通|住戶就在現場',
          manager_called: '經理就在現場|電話打不通',
          help_called: '沒有火情和人身危險|住戶已回家，自己處理|經理已報警',
        },
        report: '上報',
        notPulled: '這台手機還沒有這張表。聯網同步後再填',
      },
    },
    checklists: {
      step: {
        resident_called: '致電住戶',
        manager_called: '致電經理',
        help_called: '報警（119、110）',
      },
    },
  },
  en: {
    findings: {
      home: {
        link: 'Abnormal in a home',
        title: 'Something abnormal in a home',
        ban: 'Never enter a home, never open its lock yourself',
        outside: 'Look, listen and smell from outside, then call. No photos of the inside.',
        emergency: 'A life is at stake: record an emergency entry',
        place: 'Seen from',
        choosePlace: 'Choose a place',
        placeMissing: 'The place is missing. Choose the nearest one',
        unit: 'Unit',
        what: 'What is abnormal',
        choiceMissing: 'It does not say what is abnormal. Choose one',
        seen: 'What is seen, heard or smelt from outside',
        seenHint: 'Since when, how much, whether anybody answers',
        photo: 'Photo of the outside',
        calls: 'Call at once',
        called: 'Called',
        notCalled: 'Not called',
        why: {
          resident_called: 'No number known|Nobody answers|The resident is here',
          manager_called: 'The manager is here|Nobody answers',
          help_called:
            'No fire, nobody in danger|The resident is back and sees to it|The manager has called',
        },
        report: 'Report',
        notPulled: 'This phone does not have this form yet. Sync, then fill it in',
      },
    },
    checklists: {
      step: {
        resident_called: 'Call the resident',
        manager_called: 'Call the manager',
        help_called: 'Call fire or police',
      },
    },
  },
}
