/** Short forms of messages, without accents, and what they stand for. */
export const SHORT_FORMS: Readonly<Record<string, string>> = {
  ...{ vc: 'voce', vcs: 'voces', ce: 'voce', ces: 'voces', oce: 'voce', c: 'com', cmg: 'comigo' },
  ...{ q: 'que', qro: 'quero', kero: 'quero', qria: 'queria', pq: 'porque', pqe: 'porque' },
  ...{ n: 'nao', nn: 'nao', naum: 'nao', nao: 'nao', nop: 'nao', nops: 'nao' },
  ...{ pra: 'pra', p: 'para', pro: 'pro', prum: 'para', tb: 'tambem', tbm: 'tambem' },
  ...{ dnv: 'novamente', dinovo: 'novamente', blz: 'beleza', flw: 'falou', vlw: 'valeu' },
  ...{
    obg: 'obrigado',
    obgd: 'obrigado',
    obgda: 'obrigada',
    brigado: 'obrigado',
    obrig: 'obrigado',
  },
  ...{
    pfv: 'por favor',
    pf: 'por favor',
    pff: 'por favor',
    pfvr: 'por favor',
    pfvor: 'por favor',
    pls: 'por favor',
    plz: 'por favor',
    plis: 'por favor',
    hj: 'hoje',
  },
  ...{
    td: 'tudo',
    tds: 'todos',
    tdo: 'tudo',
    mt: 'muito',
    mto: 'muito',
    msm: 'mesmo',
    msg: 'mensagem',
  },
  ...{
    to: 'estou',
    tou: 'estou',
    ta: 'esta',
    tah: 'esta',
    tao: 'estao',
    tava: 'estava',
    tamo: 'tamo',
  },
  ...{
    kd: 'cade',
    kade: 'cade',
    eh: 'e',
    oq: 'o que',
    oque: 'o que',
    qq: 'qualquer',
    qd: 'quando',
  },
  ...{ qdo: 'quando', qnd: 'quando', ngm: 'ninguem', alg: 'alguem', lnk: 'link', snh: 'senha' },
  ...{ ajd: 'ajuda', cel: 'celular', fone: 'telefone', bjo: 'beijo', aki: 'aqui', entaum: 'entao' },
  ...{
    vdd: 'verdade',
    cmo: 'como',
    cm: 'como',
    qto: 'quanto',
    qnt: 'quanto',
    dps: 'depois',
    eae: 'e ai',
  },
  ...{
    iae: 'e ai',
    eai: 'e ai',
    sinhora: 'senhora',
    sinho: 'senhor',
    mano: 'mano',
    pera: 'espera',
  },
  ...{ perai: 'espera', peraí: 'espera', zap: 'whatsapp', whats: 'whatsapp', wpp: 'whatsapp' },
  ...{
    ñ: 'nao',
    s: 'sim',
    ss: 'sim',
    sm: 'sim',
    tranks: 'tranquilo',
    cod: 'codigo',
    codg: 'codigo',
  },
  ...{ tks: 'obrigado', thx: 'obrigado', thks: 'obrigado', tnx: 'obrigado' },
  ...{
    mi: 'me',
    lick: 'link',
    linc: 'link',
    linck: 'link',
    liink: 'link',
    likn: 'link',
    linl: 'link',
    lik: 'link',
    kink: 'link',
    lonk: 'link',
    limk: 'link',
    lnik: 'link',
  },
  ...{
    cdg: 'codigo',
    cdgo: 'codigo',
    vcc: 'voce',
    vce: 'voce',
    qero: 'quero',
    qer: 'quer',
    nein: 'nem',
    nd: 'nada',
    ctz: 'certeza',
    clr: 'claro',
    agr: 'agora',
    tmb: 'tambem',
    bd: 'bom dia',
    bt: 'boa tarde',
    bn: 'boa noite',
    mds: 'meu deus',
    tlgd: 'sabe',
    sqn: 'nao',
    bjk: 'beijo',
    msgs: 'mensagem',
    whatsap: 'whatsapp',
    zapzap: 'whatsapp',
    watsapp: 'whatsapp',
    watts: 'whatsapp',
    uatizap: 'whatsapp',
  },
  ...{ aq: 'aqui', nunk: 'nunca', axo: 'acho', pprt: 'serio', fml: 'familia', tlg: 'sabe' },
};

/** Said around what matters without adding to it. */
export const FILLERS = `
eu voce voces ele ela nos a o as os um uma uns umas de do da dos das em no na nos nas por pelo pela para pra pro com e ou se
que me te lhe meu minha meus minhas seu sua seus suas este esta esse essa isso isto aquele aquela aqui ai la ali aonde ja
ainda agora hoje ontem amanha logo so mesmo mesma bem muito muita mais menos tao assim entao pois ne viu ta ok certo sim
favor gentileza moco moca senhor senhora senhorita dona seu querido querida amigo amiga mano cara veio bah tche uai so sinhô
rapaz gente filho filha jovem bom boa dia tarde noite oi ola opa tudo queria quero preciso gostaria estou esta estava estao ser
foi fui era e sao vou vai vamos ir fazer faz faco fiz ter tem tenho pode posso da dar deu urgente rapido por conseguir consigo
mim comigo nosso nossa voces porra caralho merda droga caramba puxa poxa aff eita ali la depois antes desde ate sobre quando como
acho creio tipo meio cade cadê porque pq nao nunca hein oxe vixe ave ue ué prezados prezado caro senhores atenciosamente
favorzinho dizendo diz fica ficou ficam demais lugar lugares mexer rapidinho direito jeito nenhum nenhuma alguma algum qualquer cada todo toda mi el los las my is the it i you of meu deus ai credo trem negocio num numa or with just here there an bora vamo vamos partiu coisa coisas coisinha semana passada passado proxima proximo mes ano dias hora horas minuto minutos sempre quase pouco bastante simplesmente basta sozinho sozinha direitinho rapidao correndo atrasado atrasada pressa novamente parte vez vezes quanto quantos quanta quantas oxente egua so visse mainha painho vei veio bicho irmao irma galera pessoal pelo homi minino menino menina menina amado amada patrao campeao parceiro chefia doutor doutora professor benca amem
`
  .trim()
  .split(/\s+/);

/** As near as a slip to a word that means something here, and something else. */
export const ORDINARY = `
banco conto contar cantar canta carta cantor tenha venha lenha sonha banho venda vendi pedia podia pagas levar leve lembro
cantada porta portas ponta conte tanta santa entao estar errar encarar entregar enterrar esperar acertar acabar avisar obrigar
contigo apegar afagar alagar apanhar agarrar honra honorio horacio hilario rosario pastel pasta choveu comi comeu gosto
maria mario marcos marcio carlos senado senhor senhora sentar sentou cabelo camelo panela janela cachorro festa teste fresta
entrega entregou crente quente dente gente mente frente corre corro carro caro cara casa causa pausa cabo sabe sabia chuva
chave chato chata acho achar bicho ficha ficar fica ficou deixe deixar baixo caixa faixa peixe feito jeito leito peito
direita receita aceito respeito perfeitamente conhece conhecer parece parecer comeca comecar terminou tempo campo limpo
store story loja usada usar pegar pegando pegue peguei trabalho trabalhar atrapalha vermelho espelho joelho conselho melhor mulher talher colher abelha ovelha velha velho
`
  .trim()
  .split(/\s+/);
