import type { Meanings } from './meanings.js';

/** What people ask before they trust: who it is, what the CPF is for, whether a person is there. */
export const trust: Meanings = {
  pass: {
    words:
      'passar passo passa informar informo dar dou fornecer mandar mando dizer compartilhar digo falar encaminhar encaminho repassar repasso emprestar empresto mostrar contar falo entregar',
  },
  refuse: {
    phrases:
      'nao quero|nao quiser|prefiro nao|nao vou|nao gosto|nao passo|nao dou|nao informo|nao mando|nao posso|nao digo|nao falo|nao me sinto|nao estou a vontade|nao fico a vontade|nao acho seguro|nao e seguro passar|sem vontade|nao quero informar|nao quero passar|nao quero dar|tenho receio',
  },
  lacks: {
    phrases:
      'nao tenho|nao possuo|nao tem|estou sem|sem cpf|sem o cpf|sem meu cpf|sem ter cpf|nao sei|nao lembro|nao esta comigo|nao me lembro|nao trouxe|nao tirei|nao tenho ainda|nao tenho nenhum|nao fiz ainda|nao decorei|nao sei de cabeca|nao lembro de cabeca|nao gravei|nao guardo|deixei em casa|ficou em casa|menor de idade|sou menor|nao acho meu|nao encontro meu|nao ando com|nao carrego|nao levo|nao estou com|esqueci em casa',
  },
  forgot: { words: 'esqueci lembro lembrar esqueceu' },
  lostDocument: {
    phrases:
      'perdi meu cpf|perdi o cpf|perdi o documento|perdi meus documentos|perdi minha carteira|sem documento',
  },
  otherWay: {
    phrases:
      'ser pelo|pelo nome|pelo telefone|pelo email|por email|com email|com meu email|com o email|usar email|usar o email|usar meu email|por telefone|pelo celular|outro jeito|outra forma|outra maneira|outro documento|com o telefone|com telefone|com meu telefone|com rg|pelo rg|pelo whatsapp|com o numero|com outro documento|so com o nome|com meu nome|outro meio|outra opcao',
  },
  keep: {
    words:
      'guardar guarda guardam armazenar armazena armazenam salvar salva salvam coleta coletam salvo salvos gravado gravam gravar guardado guardados',
    phrases: 'fica registrado|ficam registrados|fica com voces',
  },
  share: {
    words: 'compartilham compartilha compartilhar vender vendem vendo repassar repassam vendendo',
  },
  must: {
    words: 'obrigatorio obrigatoria necessario necessidade exigencia',
    phrases:
      'obrigado a|obrigada a|tenho que|tem que|precisa mesmo|precisa do|precisam do|e preciso|precisa de cpf|precisa ser|tem que ser|sem isso nao|e obrigado|preciso mesmo',
  },
  doWith: {
    phrases:
      'fazer com|fazer o que com|fazem com|faz com|acontece com|querem com|quer com|querem meu|interesse no meu|precisam do meu|precisa do meu',
  },
  scam: {
    words:
      'golpe golpes golpista golpistas fraude fraudes fake falso falsa falcatrua cilada pegadinha estelionato virus phishing perigo perigoso perigosa suspeito suspeita medo trambique roubar enganar enganando picareta golpi gopi trote enganacao enganoso armacao arapuca estelionatario bandidagem trapaca trapaceiro mutreta hacker hackers espiao desconfio desconfiado desconfiada duvidoso duvidosa enganada enganado pilantra pilantragem picaretagem malandragem',
    phrases:
      'se passando|se passou|fingindo ser|passando por voces|nao confio|nao acredito|nao caio|pegar meus dados|roubar meus dados|limpar minha conta|usarem meu cpf|usarem meus dados|email estranho|mensagem estranha|link estranho|muito estranho|meio estranho|em nome de voces|em nome da empresa|dizendo ser|dizendo que e da|dizendo que e do|dizendo que sao|se dizendo|cara de golpe|vazar meus dados|vazarem meus|dados vazados|abrir conta no meu nome|sujar meu nome|pegar minhas senhas|pegar minha senha|roubar minha senha|roubar minhas senhas|ver minhas senhas|pegar minhas coisas|invadir meu celular|dar problema|problema pra mim|problema no meu nome|nome sujo',
  },
  safe: {
    words:
      'seguro segura confiavel confiaveis oficial oficiais verdadeiro verdadeira autentico legitimo legitima verificado serio seguros garantido protegido protegida sigiloso sigilosa sigilo criptografado idoneo idonea',
  },
  trust: {
    words: 'confiar confio acreditar acredito verdade garante garantem confianca comprovo',
    phrases: 'certeza que',
  },
  verify: { words: 'confiro confirmo verificar verifico verifica comprovar comprova provar' },
  warned: {
    phrases:
      'falou pra nao|falou para nao|disse pra nao|disse para nao|mandou nao|falaram pra nao|disseram pra nao|avisou pra nao|disse pra eu nao|disse para eu nao|falou pra eu nao|mandou eu nao|disse que nao era pra|falou que nao era pra|disse pra tomar cuidado|falou pra tomar cuidado|me alertaram|me avisaram|fui avisado|fui avisada',
  },
  called: {
    words: 'ligaram ligou ligando telefonaram pediram pediu telefonou telefonema',
    phrases:
      'me mandaram|recebi um|email dizendo|entraram em contato|recebi uma|mandaram uma|uma pessoa pediu|um rapaz|um homem|uma mulher|um cara|uma moca|mandaram email|chegou um email|chegou um sms|chegou uma mensagem|me pedindo|alguem pedindo|pessoa pedindo|pedindo meu codigo|pedindo o codigo|pedindo esse codigo|pedindo minha senha|pedindo meus dados|pedindo dinheiro|recebi ligacao|recebi ligacoes|uma ligacao|recebi uma chamada|me telefonaram|ligacao pedindo|ligacao dizendo|ligacao de voces|voces ligam|voces pedem|voces telefonam|ligam pra|voces cobram|mandam email pedindo|que recebi|que eu recebi|que chegou pra mim|que me mandaram',
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
      'atendente atendentes atendimento humano humana gerente responsavel operador operadora supervisor suporte consultor sac equipe ouvidoria secretaria recepcao recepcionista vendedor vendedora administrador adm especialista central tecnico diretor encarregado reclamacao reclamar queixa denuncia denunciar',
    phrases:
      'pessoa de verdade|ser humano|gente de verdade|pessoa real|uma pessoa|alguma pessoa|alguem da equipe|alguem de voces|com gente|com o dono|com a dona|gente normal|ser vivo',
  },
  person: { words: 'pessoa pessoas gente alguem moca moco funcionario funcionaria' },
  call: {
    words: 'chama chamar chame chamem transfere transferir transfira',
    phrases: 'me passa|me coloca|me poe',
  },
  someoneThere: {
    phrases:
      'alguem ai|tem alguem|alguem pra|alguem para|alguem me atende|me atender|me atende|me atenda|me atendam|pra atender|pessoa pra me|tem alguma pessoa|cade voces|tem gente|gente ai|so maquina|so robo',
  },
  theirPhone: {
    words: '0800',
    phrases:
      'telefone pra eu|telefone para eu|telefone de voces|numero de voces|telefone de contato|telefone pra ligar|telefone para ligar|telefone da empresa|posso ligar|pra onde ligo|ligar para voces|ligar pra voces|numero de telefone|telefone pra falar|telefone para falar|qual telefone|qual o telefone|tem telefone|telefone da central|telefone do suporte|numero pra ligar|numero para ligar',
  },
  callMe: {
    phrases:
      'me liga|me ligar|me ligue|me ligam|liga pra mim|liga para mim|liga pra eu|me telefona|me telefonar|fazer uma ligacao',
  },
  whose: { phrases: 'de quem' },
  whoIs: {
    phrases:
      'quem e voce|quem e vc|quem sao voces|quem fala|com quem eu falo|com quem falo|com quem estou falando|quem esta falando|quem ta falando|que numero e esse|que numero e este|de quem e esse|de quem e este|o que e isso|que e isso aqui|que isso|que e esse|qual seu nome|qual o seu nome|qual e seu nome|como voce chama|como voce se chama|como se chama|quem criou voce|quem fez voce|quem esta ai|quem ta ai|com quem converso|com quem estou|quem e que|quem manda|de quem e|e da onde|e de onde|que lugar e|fala de onde|sao de onde|voce tem nome|tem um nome|peguei esse numero|voces sao o que|voce e o que|voces sao que|falando com uma pessoa|falando com gente|falo com uma pessoa|falando com robo|falando com alguem|falando com um robo|conversando com|isso e o que|isto e o que|isso aqui e o que|isso ai e o que',
  },
  know: {
    phrases:
      'sabe sobre|sabem sobre|sabe de mim|sabem de mim|sabem sobre mim|tem sobre mim|tem de mim|guarda de mim|guardam de mim|tem guardado|guardado sobre|guardado de mim|guardada sobre|voces tem sobre|a meu respeito|ao meu respeito|meu respeito|o que sabem|salvo sobre|registrado sobre|armazenado sobre|coletam de mim|coletam sobre|tem meu guardado|informacoes minhas|dados meus|guardaram de mim|guardaram sobre|tem de informacao|informacao minha|informacao sobre mim|voces guardaram',
  },
  privacy: { words: 'privacidade lgpd' },
  cpfFormat: {
    phrases:
      'com ponto|com pontos|sem ponto|sem pontos|so os numeros|so numeros|cpf ou cnpj|quantos digitos|quantos numeros|qual cpf|tem que ter ponto|precisa dos pontos|pode ser cnpj|com traco',
  },
  whatAccept: {
    phrases:
      'aceitar o que|aceito o que|aceitar que|aceita o que|concordar com o que|concordo com o que|que termos|quais termos|isso de aceitar|aceitar exatamente|aceitaria isso|o que exatamente|o que eu aceito|guardar o que|salvar o que|se eu nao aceitar|se eu aceitar|que significa|significa isso|quer dizer isso|que quer dizer|isso de guardar',
  },
  whoSees: {
    phrases:
      'quem ve|quem vai ver|quem tem acesso|quem acessa meus|quem fica com|vao pra onde|vai pra onde|vao para onde|pra onde vai|pra onde vao|vai parar|vao parar|pra onde esta indo|quem vai ter|ter acesso aos|acesso aos meus|acesso a meus|acesso ao meu',
  },
};
