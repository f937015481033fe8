import type { Meanings } from './meanings.js';

/** Getting in, and what goes wrong with links and codes. */
export const entry: Meanings = {
  enter: {
    words:
      'entrar entra entro entrando entre entrasse logar loga logo logue logando login acessar acessa acesso acesse acessando autenticar adentrar ingressar logon aceder acedo ingresso entrada',
    phrases:
      'iniciar sessao|inicio sessao|abrir minha conta|abre minha conta|me conectar|me conecta|se conectar|minha area|area do cliente|area do aluno|meu painel|o painel|no painel|ao painel|no portal|pro portal|o portal|ao portal|pra dentro|me deixa entrar|a entrada|minha entrada|abre pra mim|abre ai|abre a porta|abre logo|liberar acesso|quero usar|voltar pra minha conta|fazer o login|tela de login|continuar de onde|usar o aplicativo|usar o app|usar o site|usar o sistema|ir pra minha|ir para minha|ir na minha|chegar na minha|chegar no meu',
  },
  use: { words: 'usar uso usa usando utilizar usada usadas utilizada utilizando' },
  see: {
    words:
      'ver veja vejo olhar consultar checar mostrar mostra mostre visualizar conferir lista listar',
  },
  register: {
    words: 'cadastrar cadastre inscrever inscricao registrar cadastramento inscreve cadastra',
    phrases:
      'criar conta|criar uma conta|abrir conta|abrir uma conta|fazer conta|fazer uma conta|fazer meu cadastro|fazer o cadastro|fazer cadastro|criar cadastro|criar meu cadastro|me inscrever|criar um cadastro|criar um login|criar login|criar acesso|criar um acesso|abrir cadastro|abrir um cadastro|me registrar|me registra|me cadastra|me cadastre|fazer parte|fazer um cadastro|virar cliente|novo cadastro|nova conta|quero uma conta|criar minha conta|fazer inscricao|minha inscricao',
  },
  link: {
    words: 'link links linkzinho url endereco hyperlink atalho linkinho linque',
    phrases: 'a ligacao nao|ligacao nao abre|ligacao nao funciona|abrir a ligacao|na ligacao que',
  },
  whichLink: {
    phrases:
      'que link e esse|que e esse link|pra que esse link|pra que serve esse link|que link e este',
  },
  blue: { words: 'azul azulzinho' },
  code: {
    words: 'codigo codigos codiguinho cod token pin digitos',
    phrases:
      'os numeros|6 numeros|seis numeros|6 digitos|seis digitos|numero de 6|numeros de 6|numero de seis|senha de 6',
  },
  number: { words: 'numero numeros numerinho' },
  it: {
    words: 'isso isto esse essa este ele ela negocio trem treco coisa naquele naquilo',
    phrases: 'esta aqui|esta ai|e esta',
  },
  send: {
    words:
      'manda mandar mande mandam envia enviar envie enviem envio solta libera liberar libere gera gerar gere mandou enviou mandasse reenviar mandaram encaminha encaminhe encaminhar repassa repete repetir passa',
    phrases:
      'me da|me de|me passa o|me arruma|me arranja|arruma um|arruma outro|arranja outro|quero receber',
  },
  resend: {
    words: 'reenvia reenviar reenvie reenvio',
    phrases: 'volta a mandar|torna a mandar|volte a mandar|manda de volta',
  },
  again: {
    words: 'novo nova outro outra novamente denovo',
    phrases: 'de novo|outra vez|mais um|mais uma|mais uma vez|segunda vez',
  },
  come: {
    words:
      'chegou chega chegar chegaram recebi recebo receber veio vem vieram aparece apareceu achei encontrei encontro caiu vi vindo chegando recebemos achando encontrando achamos',
  },
  lost: {
    words: 'sumiu desapareceu apaguei apagou perdi limpei deletei',
    phrases:
      'sem querer|exclui a conversa|exclui a mensagem|apagou a conversa|nao acho mais|nao tenho mais|perdi de vista',
  },
  message: { words: 'mensagem msg sms mensagens conversa mensage torpedo' },
  open: {
    words: 'abre abrir abriu abrindo abri abrem carrega carregar carregou abrisse carregam entra',
  },
  click: {
    words:
      'clico cliquei clicar clica clique toco toquei tocar toca aperto apertei apertar aperta apertando clicando tocando abro encosto clicou clicado clik cliko clika teclei tento clicavel clicaveis',
  },
  nothing: { words: 'nada' },
  error: {
    words:
      'erro error errado errada errados errou errei 404 invalido invalida invalidos incorreto incorreta quebrado quebrada bug bugado bugou falha falhou problema defeito erros inválido bugada bugando travando bloqueado 500 502 503 403 inexistente inacessivel indisponivel indisponiveis manutencao instavel',
    phrases:
      'nao existe|nao encontrada|deu ruim|nao e seguro|nao e confiavel|nao segura|nao encontrado|nao foi encontrada|nao localizada|fora do ar|site caiu|caiu o site|sistema caiu|caiu o sistema|sem conexao|esta instavel|ja foi usado|ja foi utilizado|nao autorizado|acesso negado|tela azul|nao presta|nao bate|nao confere|da ruim|deu pau|da pau|esta com problema|coisa errada|aparece vermelho|fica vermelho|deu vermelho|em vermelho|nao reconhecido|nao reconhecida|nao reconhece|nao e valido|nao e valida|nao consta',
  },
  white: {
    words: 'branco branca preta vazia vazio preto pretinha',
    phrases: 'em branco|tudo branco|tudo preto',
  },
  spin: {
    words: 'rodando carregando girando travou travado travada',
    phrases:
      'nao sai disso|so roda|fica rodando|abre e fecha|fecha sozinho|fecha sozinha|fecha na hora|volta sozinho|volta pra mesma|volta pro mesmo|volta pro comeco|volta pro inicio|volta para o inicio|nao vai pra frente|nao sai do lugar|fica travado|fica travada|fica parado|fica parada|fica carregando|sem parar|nao para de carregar|mesma tela|na mesma|dando volta|dando voltas|fica girando|fica na bolinha|bolinha rodando|bolinha girando|so carrega|fica pensando|entra e sai|nao fica logado|nao fica conectado|desloga sozinho|sai sozinho|me desloga sozinho|fica saindo|cai fora',
  },
  expired: {
    words:
      'expirou expirado expirada expira venceu vencido vencida caducou usado utilizado expirando vencendo expirados expirar vence expiram vencer',
    phrases:
      'passou do tempo|passou da hora|fora do prazo|nao vale mais|perdeu a validade|nao tem validade|ja passou|passou o tempo|nao e mais valido|nao esta mais valido|demorei demais|demorei muito|ja era|ja elvis',
  },
  work: {
    words:
      'funciona funcionou funcionando funcionar funcionam serve presta pega funfa vai foi funcionava foram rola rolou vira adianta resolve',
  },
  accept: { words: 'aceita aceitou aceitar aceitam recusou recusa reconhece rejeita rejeitou' },
  type: {
    words:
      'digito digitei digitar digita coloco coloquei colocar coloca ponho poe botar boto bota insiro inserir escrevo usar uso digitando coloquem colocando ponha bote enfio meto insira lanco preencho preencher digitado digitada digitados copiei colei copio colo colar jogo jogar taco tacar encaixo enfiar',
    phrases:
      'onde por|por o codigo|por esse codigo|por este codigo|por esse numero|pra por aonde|pra por onde|por aonde|por isso aonde',
  },
  button: { words: 'botao botoes botaozinho' },
  page: { words: 'pagina site tela navegador pag sistema' },
  ask: { words: 'pede pedem pediu pediram pedindo pedir exige quer' },
  attempts: { words: 'tentativas tentativa', phrases: 'muitas vezes|varias vezes' },
  two: { words: 'dois duas 2' },
  computer: { words: 'computador pc notebook desktop laptop tablet compu not pcs micro macbook' },
  right: { words: 'certo correto' },
  google: { words: 'google gmail googel gugol gugou gogle gmeil gimail' },
  connect: {
    words:
      'conectar conecta ligar liga vincular vincula vincule associar associa adicionar adiciona conecte conectem ligado vinculado sincronizar sincroniza cadastrar botar',
  },
  detach: {
    words:
      'tirar tira tire remover remove remova desvincular desvincula desvincule desligar desliga desligue desconectar desconecta desconecte desassociar excluir exclui apagar apaga cancelar cancela retirar retira desconectem desligado desvinculem desassocia desassocie desfazer separar descadastrar',
  },
  password: {
    words: 'senha senhas senhar passe password cenha ssenha snha',
    phrases: 'palavra passe|palavra chave',
  },
  email: { words: 'email mail e-mail' },
  taxId: { words: 'cpf cnpj cic' },
  document: {
    words:
      'documento documentos rg cnh passaporte identidade carteira titulo eleitor habilitacao certidao pis passport license',
  },
  foreigner: {
    words: 'estrangeiro estrangeira gringo gringa',
    phrases: 'nao sou brasileiro|nao sou brasileira|nao sou do brasil',
  },
  openedIn: {
    phrases:
      'abriu no facebook|abriu no instagram|abriu no chrome|abre no chrome|abriu no navegador|abre no navegador|abriu no safari|abre no safari|abriu errado|abriu outra|abriu em outro|abre em outro|abriu dentro|abre dentro|abriu no google|abriu o play|abriu a play|play store|app store|loja de aplicativos|pedindo pra baixar|pede pra baixar|pede pra instalar|pedindo pra instalar|mandou baixar|mandou instalar|quer que eu baixe|baixar um app|baixar um negocio|baixar o app|baixar aplicativo|em ingles|tela estranha|pagina estranha|site estranho|outro site|outra pagina|pagina errada|site errado|tela errada|nada a ver',
  },
  byChat: {
    phrases:
      'pelo whatsapp|sem senha|pelo link|pelo codigo|por codigo|por link|com codigo|com o codigo|com link|com o link',
  },
  halfway: {
    words: 'metade cortada cortado incompleta incompleto',
    phrases: 'pela metade|so metade|faltando pedaco|veio vazia|veio vazio|veio em branco',
  },
  codeFormat: {
    phrases:
      'com espaco|sem espaco|com hifen|sem hifen|maiuscula|maiusculo|tudo junto|junto ou separado|separado ou junto',
  },
  fit: {
    phrases:
      'so cabe|nao cabe|falta um numero|faltam numeros|falta numero|sobra numero|sobra um numero|pede mais numeros',
  },
  anew: { words: 'novamente denovo', phrases: 'de novo|outra vez|mais uma vez|mais uma|mais um' },
  firstTime: {
    phrases:
      'nunca entrei aqui|mas nunca entrei|nunca entrei ainda|nunca entrei no|nunca usei|sou novo|sou nova|nao tenho conta|nao tenho cadastro|ainda nao tenho conta|primeira vez|novo aqui|nova aqui|primeiro acesso|primeiro login',
  },
  try: { words: 'tentei tento tentando tentamos' },
};
