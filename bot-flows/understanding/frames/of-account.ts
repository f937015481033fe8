import type { Intent } from '../intent.js';

/** Getting in, and the account: what has to be said together (frames.ts). */
export const OF_ACCOUNT = {
  enter: `
    enter, enter want, link want, link send, code send, code want, see account !data !block !not !delete, use
    account !intrude, register:1.5, register want, cannot enter, link:0.8, code:0.8, resend, resend code, resend
    link, send again, again link:1.5, again code:1.5, not come, not come code, not come link, lost link, lost code,
    lost message, where link, where code:1.2, nothing come, send message again, lost code send again, link lost send
    again, and:1.5, not have link again, lacks code:1.5, lacks link:1.5, not code have, open account want, only link
    want, not message come, only link come code not, lost message send again, enter computer, enter phone,
    @afterAccess come cannot, @afterAccess want again, @afterAccess send again, @afterAccess send:0.8, sentHere,
    sentHere page ask, @afterAccess nothingYet:1.5, @afterAccess wait:0.9, @rest free:0.9, giveUp:1.2 human link,
    giveUp:1.2 human link send, giveUp:1.2 human enter, giveUp:1.2 link send, enter how, enter how whatToDo:1.2,
    enter whatToDo:1.2, @rest open:0.8, @afterAccess where:0.9, back account:1.2, how back account:1.2, open want
    page, open enter, byChat:2.5 enter, byChat:2.5 enter password:2, byChat:2.5 want enter password:2, @afterAccess
    halfway:1.2, halfway:1.2 message, halfway:1.2 code, halfway:1.2 come message, @afterAccess anew:0.7, anew:0.7
    want, firstTime:2.5, firstTime:2.5 enter want, firstTime:2.5 enter, send account !block !delete !unblock
  `,
  linkProblem: `
    link not open, link open not:1.2, click error, click nothing, click white, white page, link error, link expired,
    cannot click, cannot click link, click not work, link not work, link work not, page error, @afterAccess
    error:0.9, @rest error:0.9, click link error, open white, page not open, click spin, link spin, page spin, not
    open, @afterAccess spin:0.9, @rest spin:0.9, link again expired, not click, open phone want computer,
    @afterAccess computer want, it not open, page white link, link not phone open, @afterAccess expired:0.8 !code,
    @rest expired:0.8 !code, click not it, cannot open, cannot open link, error page not, link lacks, nothing open,
    click nothing it:0.2, click back, click whatsapp, click back whatsapp, click link computer, click link how
    computer, open link computer, open link how, openedIn:1.6, link openedIn:1.5, link ask again, link ask enter,
    page ask again, link ask, click ask, openedIn:1.6 click, openedIn:1.6 ask, link not click, link expired it,
    click spin page, spin not enter, not enter spin page, link error again, link expired again, try:0.8 link,
    try:0.8 open, @afterAccess blue nothing, @afterAccess blue not, @afterAccess blue:0.8
  `,
  codeProblem: `
    code error, code expired, code not accept, code not work, type error, type expired, code spin, type spin,
    attempts:1.5, code ask, code accept:1.2 !want, code not have work, code type error, number error type, code page
    accept, code error ask, code nothing, number not accept, number expired, page not ask code:0.5, not code type,
    code lacks work, code not right, number error !change, code cannot type, code error attempts:1.5, error
    attempts:1.5, code cannot:1.2, code type spin, code type spin page, code spin page, number type nothing, code
    type nothing, number type not, number type error, code not enter, code not work page, number not work, fit:1.5,
    fit:1.5 number, fit:1.5 code, fit:1.5 only number, code expired again, code error again, try:0.8 code, try:0.8
    code attempts, try:0.8 number, code page error, code page not error, code not error, page not code accept
  `,
  codeQuestion: `
    where type, where type code, where type number, which code, two code, two code right, why number:1.2, why
    code:1.2, what number whatToDo, whatToDo number, whatToDo code, page not ask code, which number type, what code
    it, why code:1.2 number, why code:1.2 number it, code it number, howLong:1.2 code, @afterAccess howLong:1.6,
    codeFormat:1.2 code, @afterAccess codeFormat:1.5, code type must, code type how, number type how, code right,
    which code right, code come which, two:1.2 code which
  `,
  password: `
    password:2, password:2 forgot, password:2 error, password:2 change, password:2 want, password:2 not, password:2
    again, password:2 enter, password:2 lost, page password:2 ask, password:2 lacks, cannot password:2, password:2
    not work, password:2 not enter, password:2 lose cannot enter, forgot password:2 enter, password:2 enter want,
    password:2 ask page, password:2 account
  `,
  google: `
    google:2, google:2 enter, google:2 connect, google:2 account, google:2 want use email, google:2 account connect
    want, google:2 want
  `,
  unlinkGoogle: `
    google:2 detach:1.5, google:2 detach:1.5 account, google:2 not want, google:2 exit, google:2 exit account,
    google:2 cancel:1.5, google:2 delete:1.5, google:2 detach:1.5 email, google:2 not want use, google:2 detach:1.5
    enter
  `,
  sessions: `
    sessions, where account connected, where connected, which sessions, which sessions connected, see sessions,
    which phone connected, who account connected, stranger connected account, last enter:1.2, last sessions,
    sessions connected, who use account, who connected, phone connected:1.2, account connected where, last account,
    someoneThere connected account, which connected, who account enter, who intrude:1.2, who intrude:1.2 account,
    computer account connected, computer connected, where computer connected, where phone connected, who see
    account, place account connected, who more account, which phone account connected, which computer account
    connected, last enter:1.2 account, who enter:1.1 account, see sessions account, see sessions want account, see
    where account use, where account use:1.3, who account use, see account connected where, where intrude:1.2, where
    intrude account, fromWhere intrude account, where intrude account want, stranger account:0.9
  `,
  endAll: `
    exit everywhere, exit account everywhere, exit everywhere phone, exit everywhere sessions, leftOpen:2,
    leftOpen:2 computer, exit everywhere computer, exit sessions, exit account everywhere phone, finish sessions,
    finish everywhere sessions, exit computer, exit phone, leftOpen:2 place
  `,
  block: `
    block:1.1, block account, block:1.1 want, hacked:1.6, hacked account, block everything, block account want,
    block hacked account, block it:0.2, steal password:2, block steal password:2, block steal password:2 everything,
    block intrude account, block who intrude:1.2, block want who intrude:1.2, victim:1.6 block, victim:1.6 block
    account, victim:1.6 block everything, precaution block account, intrude account block, steal password:2 block
    account, precaution:1.2 finish account, block account password:2, block account password:2 know, block account
    steal person
  `,
  unblock: `
    unblock:1.5, unblock account, unblock want account, blocked account, detach lock, detach lock account, free
    account blocked, blocked:0.9, blocked account unblock, free blocked, unblock how account, blocked cannot enter,
    unblock:1.5 block, unblock:1.5 detach block, unblock:1.5 detach block account, free:1.5 account again, free:1.5
    account again want, unblock:1.5 want free, blocked help account, blocked:1.2 account cannot
  `,
  notMe: `
    notMe:1.8, notMine account, notMine sessions, notMine connected, notMine phone enter, notMine account have,
    notMine sessions have, notMine sessions see, notMe:1.8 enter, notMe:1.8 code, intrude account, stranger intrude
    account, stranger intrude:1.1, notMe:1.8 ask, notMe:1.8 nothing, notMe:1.8 who, notMe:1.8 what, notMe:1.8 it,
    notMe:1.8 code nothing, intrude stranger use account, notMe:1.8 code ask it, stranger scam account, stranger
    want scam account, @rest notMine:1.2 phone, @rest notMine:1.2 computer, @rest notMine:1.5 !number, notMine:1.2
    sessions, stranger account have, stranger account have who
  `,
  wasMe: ``,
  data: `
    data, data which, data see, data send, data download, see record:1.2, data want, data which have, data want see,
    privacy:1.5, know:1.5, know:1.5 everything, data export, data keep which, data copy want, data have, which data
    keep, download, download everything, download data, download mine, download want, know:1.5 have want
  `,
  deletion: `
    delete:1.1, delete account, delete data, delete record, delete everything, cancel account, cancel record, finish
    account, finish record, unregister:1.5, delete from, not want haveAccount more, not want haveAccount, delete
    account want, delete record want, exit from delete everything, delete data want, finish record want, finish
    account want, cancel account want, delete data privacy, cancel record want, exit from:0.9 want
  `,
  numberChange: `
    newNumber:1.5, change number, change phone, change chip, change whatsapp, change number phone, change number
    chip, move account newNumber:1.5, newNumber:1.5 account, newNumber:1.5 record have, newNumber:1.5 lost,
    newNumber:1.5 use, newNumber:1.5 lose, change phone record, change number want phone, newNumber:1.5 change,
    newNumber:1.5 account want move, change phone number:0.5 want, change number whatToDo:1.5, change number
    whatToDo want, change chip whatToDo, newNumber:1.5 error, newNumber:1.5 not, newNumber:1.5 not have,
    newNumber:1.5 account otherPerson, newNumber:1.5 change number, newNumber:1.5 enter, newNumber:1.5 not enter,
    newNumber:1.5 not more have
  `,
  lostPhone: `
    steal phone, lose phone, steal:1.5, steal phone:1.5 everything, lost phone, lose chip phone, lose phone:1.5 kin
    account, steal phone:1.5 newNumber, steal phone:1.5 block account, lose phone:1.5 newNumber, steal block
    account:1.5, lost phone:1.5 newNumber, lose phone:1.5 enter account, steal phone:1.5 connected everything, lose
    phone:1.5 can enter account stranger, lose chip:1.2, steal phone:1.5 kin, steal phone:1.5 use kin, lose
    phone:1.5 kin, steal newNumber:1.5, steal newNumber:1.5 otherPerson, steal:1.5 everything
  `,
} as const satisfies Partial<Record<Intent, string>>;
