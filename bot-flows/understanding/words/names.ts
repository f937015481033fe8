/** Around a name when somebody is asked for it, and what is none; without accents and in small letters. */
export const NAME_WORDS = {
  /** Before it, as parts of a regular expression in which a space is any white space. */
  before: `
    sou eu|(?:o )?nome (?:e|eh)|me llamo|mi nombre es|(?:o )?meu nome completo (?:e|eh)|(?:o )?meu nome (?:e|eh)|(?:o )?meu nome|nome completo|nome|(?:eu )?me chamo|(?:todo mundo )?me chamam?(?: de)?|
    (?:pode|podem|podes)(?: me)? chamar(?: de)?|(?:pode|podem) colocar|chama(?:r)? de|me chama(?: de)?|(?:eu )?sou(?: [ao])?|aqui quem fala (?:e|eh)(?: [ao])?|
    quem fala (?:aqui )?(?:e|eh)(?: [ao])?|aqui (?:e|eh)(?: [ao])?|(?:e|eh) [ao]|(?:e|eh)|o meu (?:e|eh)|prazer|my name is|i am|i[' ]?m|it[' ]?s|this is|call me|coloca|anota|anote|(?:pode )?(?:bota|botar|poe|por)(?: ai)?|sou eu|chama eu de|hola|(?:hola )?soy|se chama
  `,
  hellos: `oi|ola|oie|opa|bom dia|boa tarde|boa noite|hi|hello|sim|claro|ok`,
  after: `(?:meu|minha) (?:filh[oa]|querid[oa]|amig[oa]|anjo|flor|bem|jovem|rei|amor|consagrado)|(?:com|sem) acento|c/ ?[a-z]|com dois [a-z]|moc[oa]|aqui|obrigad[oa]|por favor|viu|ta bom|mesmo|e o seu|prazer|com [a-z]{1,2}(?: e? ?[a-z]{1,2})?(?: no final)?`,
  /** A part of a name that says nothing for it. */
  particles: `da de do das dos e di del della van von y la`,
  titles: `dona seu dr dra sr sra senhor senhora doutor doutora pastor pastora padre professor professora irma tia tio`,
  /** None of them stands in a name. */
  never: `
    eu voce voces vc que qual quem quando como porque por pra para nao sim ja ainda agora depois antes hoje aqui ali la isso esse
    essa este esta aquele mesmo mesma meu minha meus minhas seus suas nosso tem tenho tinha ter quero queria quer preciso pode
    posso vou vai vamos foi fui sou era ser estou estao muito muita mais menos tudo nada algo alguem ninguem nenhum outro outra
    cpf cnpj nome senhas espera calma so tambem ta ok oi com sem se mas
    ou um uma uns umas me te lhe ele ela eles elas nos no na ao informar dar falar dizer passar esqueci perdi cade onde
    porra merda caralho kkk rs haha teste nenhuma anonimo desconhecido obrigado obrigada bom boa dia tarde noite demora demoram
    demorando dirigindo falei disse recebi chegou abre funciona entendi sei gosto desisto what why how the is are not yes
    want need to login please nome pera perai minuto minutinho momento momentinho instante instantinho segundinho cansei errei
    tentei voltei parei achei deixei mandei coloquei digitei botei fiquei precisei gostei odiei amei cheguei enviei troquei
    comecei cliquei pensei escrevi respondi sumi segredo adivinha adivinhe adivinhar cliente usuario usuaria apelido audio foto
    video figurinha imagem humano fulano fulana beltrano sicrano documento identidade anonima privado privada secreto secreta
    calmai hum depende pronto corrigir dormindo comendo saindo indo vindo trabalhando esperando tentando digitando viajando
    brincadeira mentira verdade qualquer tanto faz igual aguarda aguarde aguardem espere esperem segura calminha bloqueei apaguei cancelei none of your nobody business mind anybody someone not never
  `,
  /** None either, unless with capitals beside a name that is common: "Link Oliveira". */
  things: `
    link codigo site cadastro conta numero telefone celular acesso sistema pagina robo bot boleto pix aplicativo whatsapp zap
    internet login
  `,
  /** Beside another word, and all with capitals, they are: "Mohamed Ali", "Boa Ventura". */
  partsOfNames: `ali boa bom`,
  /** Given names that mean something here, too. */
  alsoNames: `socorro senha`,
  laughter: `k+|(?:ha)+h?|(?:he)+h?|(?:hu)+h?|(?:rs)+r?|(?:hs)+h?|(?:ja)+j?|lol|aff+|hm+|ah+|eh+|uh+|oh+`,
  keyboard: `asdf|sdfg|dfgh|fghj|ghjk|hjkl|jkl|qwer|wert|erty|zxcv|xcvb|cvbn|vbnm`,
} as const;
