import type { Meanings } from './meanings.js';

/** What people ask, say and feel around it. */
export const talk: Meanings = {
  want: {
    words:
      'quero queria queremos gostaria preciso precisava desejo solicito necessito quer prefiro',
  },
  not: { words: 'nao nunca nem jamais' },
  without: { words: 'sem' },
  have: { words: 'tenho tem possuo ter tinha possui' },
  can: { words: 'posso pode podem poderia consigo' },
  cannot: {
    phrases:
      'nao consigo|nao consegui|nao estou conseguindo|nao da pra|nao da para|nao esta dando|nao posso|nao pude|nao deixa|nao esta indo|nao consegue',
  },
  how: { words: 'como' },
  why: { words: 'porque finalidade motivo', phrases: 'por que|pra que|para que|por qual' },
  what: { words: 'que qual quais' },
  where: { words: 'onde aonde cade', phrases: 'em que lugar|em que lugares|em quais lugares' },
  who: { words: 'quem' },
  which: { words: 'qual quais' },
  when: { words: 'quando' },
  and: { phrases: 'e o codigo|e o link|e meu codigo|e meu link' },
  only: { words: 'so somente apenas' },
  pass: {
    words:
      'passar passo passa informar informo dar dou fornecer mandar mando dizer compartilhar digo falar',
  },
  refuse: {
    phrases:
      'nao quero|nao quiser|prefiro nao|nao vou|nao gosto|nao passo|nao dou|nao informo|nao mando|nao posso|nao digo|nao falo',
  },
  lacks: {
    phrases:
      'nao tenho|nao possuo|nao tem|estou sem|sem cpf|sem o cpf|sem meu cpf|sem ter cpf|nao sei|nao lembro|nao esta comigo|nao me lembro|nao trouxe|nao tirei',
  },
  forgot: { words: 'esqueci lembro lembrar esqueceu' },
  lostDocument: {
    phrases:
      'perdi meu cpf|perdi o cpf|perdi o documento|perdi meus documentos|perdi minha carteira|sem documento',
  },
  otherWay: {
    phrases:
      'ser pelo|pelo nome|pelo telefone|pelo email|por email|com email|com meu email|com o email|usar email|usar o email|usar meu email|por telefone|pelo celular|outro jeito|outra forma|outra maneira|outro documento',
  },
  keep: {
    words: 'guardar guarda guardam armazenar armazena armazenam salvar salva salvam coleta coletam',
  },
  share: {
    words: 'compartilham compartilha compartilhar vender vendem vendo repassar repassam vendendo',
  },
  must: {
    words: 'obrigatorio obrigatoria necessario',
    phrases:
      'obrigado a|obrigada a|tenho que|tem que|precisa mesmo|precisa do|precisam do|e preciso',
  },
  doWith: { phrases: 'fazer com|fazer o que com|fazem com|faz com|acontece com' },
  scam: {
    words:
      'golpe golpes golpista golpistas fraude fraudes fake falso falsa falcatrua cilada pegadinha estelionato virus phishing perigo perigoso perigosa suspeito suspeita medo trambique roubar enganar enganando picareta',
    phrases: 'se passando|se passou|fingindo ser|passando por voces',
  },
  safe: {
    words:
      'seguro segura confiavel confiaveis oficial oficiais verdadeiro verdadeira autentico legitimo legitima verificado serio seguros segurança',
  },
  trust: { words: 'confiar confio acreditar acredito verdade', phrases: 'certeza que' },
  verify: { words: 'confiro confirmo verificar verifico verifica comprovar comprova provar' },
  warned: {
    phrases:
      'falou pra nao|falou para nao|disse pra nao|disse para nao|mandou nao|falaram pra nao|disseram pra nao|avisou pra nao',
  },
  called: {
    words: 'ligaram ligou ligando telefonaram pedindo pediram pediu',
    phrases: 'me mandaram|recebi um|email dizendo|entraram em contato',
  },
  you: { words: 'voce voces tu' },
  robot: {
    words: 'robo robot bot maquina automatico automatica chatbot ia robozinho',
    phrases: 'inteligencia artificial',
  },
  company: { words: 'empresa firma instituicao companhia' },
  fromWhere: { phrases: 'de onde|da onde' },
  speak: { words: 'falar fala falo falando conversar conversa fale converso' },
  human: {
    words:
      'atendente atendentes atendimento humano humana gerente responsavel operador operadora supervisor suporte consultor sac',
    phrases: 'pessoa de verdade|ser humano|gente de verdade|pessoa real|uma pessoa',
  },
  person: { words: 'pessoa pessoas gente alguem moca moco funcionario funcionaria' },
  call: {
    words: 'chama chamar chame chamem transfere transferir transfira',
    phrases: 'me passa|me coloca|me poe',
  },
  someoneThere: { phrases: 'alguem ai|tem alguem|alguem pra|alguem para|alguem me atende' },
  theirPhone: {
    phrases:
      'telefone pra eu|telefone para eu|telefone de voces|numero de voces|telefone de contato|telefone pra ligar|telefone para ligar|telefone da empresa|posso ligar|pra onde ligo|ligar para voces|ligar pra voces',
  },
  help: {
    words: 'ajuda ajudar ajude ajudem socorro duvida duvidas auxilio help',
    phrases: 'me explica|me orienta|explica melhor',
  },
  lostHere: {
    words: 'confuso confusa',
    phrases:
      'nao entendi|nao sei qual|nao entendo|nao compreendi|nao estou entendendo|nao sei mexer|nao sei usar|estou perdido|estou perdida|nao sei como|como assim|nao sei o que|nao sei fazer|nao sei mais o que|nao estou sabendo',
  },
  whatToDo: {
    phrases:
      'que eu faco|que faco|que posso fazer|que eu posso fazer|que voce faz|que voces fazem|que e pra|que e para|que era pra|como funciona|como isso funciona|como faz agora|como faz isso|e agora|que fazer|proximo passo|e isso de|que e cnpj|e cnpj|e um cnpj|que escrevo|que respondo|que devo fazer|como e que funciona|como eu faco agora|faco agora|para eu escrever|pra eu escrever',
  },
  menu: {
    words: 'menu opcoes',
    phrases: 'ao inicio|pro inicio|do inicio|pro comeco|do comeco|ao comeco|do zero|tela inicial',
  },
  back: { words: 'volta voltar volte retorna retornar' },
  greet: {
    words: 'oi ola oie oioi opa salve eae eai iae alo hey epa oiê',
    phrases:
      'bom dia|boa tarde|boa noite|e ai|fala ai|tudo bem|tudo bom|tudo joia|como vai|como voce esta|como esta|ta ai|esta ai|fala mano|e ae',
  },
  thanks: {
    words:
      'obrigado obrigada obrigadinha obrigadinho obrigadao obrigadissimo brigado brigada brigadao brigadinha valeu vlw agradeco agradecido agradecida grato grata gratidao tmj gratissimo',
    phrases: 'deus abencoe|te abencoe|lhe pague|te pague|muito gentil|tamo junto|estamos juntos',
  },
  worked: {
    words: 'consegui conseguimos resolvido resolveu funcionou rolou',
    phrases:
      'deu certo|deu bom|entrei aqui|ja entrei|tudo certo|agora foi|deu tudo certo|entrei sim|ja estou dentro',
  },
  praise: {
    words:
      'show massa perfeito otimo otima maravilha maravilhoso top excelente legal bacana joia sensacional',
  },
  bye: {
    words: 'tchau tchauzinho flw bjs bjo beijo beijos abraco abracos abs adeus xau',
    phrases:
      'ate mais|ate logo|ate amanha|ate breve|fica com deus|fique com deus|vai com deus|ate a proxima|ate depois|bom descanso|boa semana|bom fim de semana|ate outra|te mais|tenha um bom|tenha uma boa|tenha um otimo|tenha uma otima|bom trabalho|otima semana|otimo dia',
  },
  business: {
    words:
      'preco precos custa custo custam valor valores frete entrega entregam entregar entregas comprar compra compras orcamento orcamentos boleto boletos fatura faturas pedido pedidos encomenda encomendas cartao cartoes salario pagar pagamento pagamentos pago pagou consulta consultas holerite saldo mensalidade mensalidades plano planos produto produtos desconto descontos promocao promocoes reembolso estorno assinatura estoque cardapio vaga vagas emprego reserva agendar agendamento agenda remarcar desmarcar contrato emprestimo pix limite parcela parcelas garantia rastreio rastrear rastreamento contracheque matricula curriculo catalogo expediente exame resultado debito divida renegociar motoboy atacado revenda cupom cashback devolver devolucao comprei parcelado parcelar dinheiro grana orçar aluguel passagem ingresso seguro-desemprego',
    phrases:
      'nota fiscal|notas fiscais|segunda via|2 via|2a via|que horas abre|que horas fecha|que horas abrem|que horas fecham|a loja|da loja|na loja|horario de funcionamento|voces vendem|onde fica|onde voces ficam|qual o endereco|conta de luz|ferias|ponto eletronico',
  },
  insult: {
    words:
      'idiota idiotas imbecil imbecis otario otaria otarios babaca babacas arrombado arrombada desgracado desgraca fdp burro burra burros inutil inuteis incompetente incompetentes porcaria bosta cuzao retardado ladrao ladroes palhacada palhaco palhacos vagabundo vagabunda vagabundos canalha canalhas nojo nojento estupido estupida vsf vtnc pqp lixo cacete fodase',
    phrases:
      'filho da puta|filha da puta|vai se foder|vai se fuder|se foder|se fuder|tomar no cu|vai a merda|vai se ferrar|vai se lascar|pro inferno|pra merda|teu cu|seu cu|no cu|puta que pariu|que saco|que merda de|merda de bot|merda de robo|foda se|nao prestam|robo do caralho|porra de robo|porra de bot|porra de sistema',
  },
  giveUp: {
    words: 'desisto desisti desistir esquece esqueca parar pare chega aborta abortar',
    phrases:
      'deixa quieto|deixa pra la|deixa para la|deixa isso|para para|nao quero mais|mudei de ideia|nada nao|nenhuma opcao|nao precisa mais|nao preciso mais|deixa baixo|nada mais',
  },
  firmNo: {
    phrases: 'de jeito nenhum|de forma alguma|de maneira nenhuma|nem pensar|de jeito maneira',
  },
  unknownNumber: {
    phrases: 'nao autorizo|nao conheco|nao troca|nao troque|nao muda|nao mude|nao pedi troca',
  },
  sentHere: {
    phrases:
      'vim aqui|vir aqui|vim pelo site|mandou falar|mandou vir|mandaram vir|mandou eu vir|passou esse numero|passou este numero|deu esse numero|deu este numero|passaram esse numero|pediu pra eu vir',
  },
  nothingYet: { phrases: 'ate agora nada|nada ainda|ainda nada|nada ate agora|nada de nada' },
  wait: { words: 'esperando aguardando aguardo' },
  hours: { words: 'horario horarios' },
  mine: { phrases: 'e meu|e minha' },
  callMe: {
    phrases:
      'me liga|me ligar|me ligue|me ligam|liga pra mim|liga para mim|liga pra eu|me telefona|me telefonar|fazer uma ligacao',
  },
  whose: { phrases: 'de quem' },
  whoIs: {
    phrases:
      'quem e voce|quem e vc|quem sao voces|quem fala|com quem eu falo|com quem falo|com quem estou falando|quem esta falando|quem ta falando|que numero e esse|que numero e este|de quem e esse|de quem e este|o que e isso|que e isso aqui|que isso|que e esse',
  },
  know: {
    phrases:
      'sabe sobre|sabem sobre|sabe de mim|sabem de mim|sabem sobre mim|tem sobre mim|tem de mim|guarda de mim|guardam de mim',
  },
  privacy: { words: 'privacidade lgpd' },
  download: { words: 'baixar baixa download' },
  export: { words: 'exportar exporta exportacao' },
  copy: { words: 'copia' },
  more: { words: 'mais' },
  none: { words: 'nenhum nenhuma', phrases: 'nenhuma dessas|nenhum desses|nenhuma delas' },
  able: { words: 'consegue consegues conseguem conseguiria' },
};
