import type { Meanings } from './meanings.js';

/** Getting in, and what goes wrong with links and codes. */
export const entry: Meanings = {
  enter: {
    words:
      'entrar entra entro entrando entre entrasse logar loga logo logue logando login acessar acessa acesso acesse acessando autenticar',
    phrases: 'iniciar sessao|inicio sessao|abrir minha conta|abre minha conta',
  },
  use: { words: 'usar uso usa usando utilizar' },
  see: {
    words:
      'ver veja vejo olhar consultar checar mostrar mostra mostre visualizar conferir lista listar',
  },
  register: {
    words: 'cadastrar cadastre inscrever inscricao registrar cadastramento',
    phrases:
      'criar conta|criar uma conta|abrir conta|abrir uma conta|fazer conta|fazer uma conta|novo aqui|nova aqui|primeira vez|primeiro acesso|fazer meu cadastro|fazer o cadastro|fazer cadastro|criar cadastro|criar meu cadastro',
  },
  link: { words: 'link links linkzinho url endereco ligacao hyperlink atalho' },
  whichLink: {
    phrases:
      'que link e esse|que e esse link|pra que esse link|pra que serve esse link|que link e este',
  },
  blue: { words: 'azul azulzinho' },
  code: { words: 'codigo codigos codiguinho cod token pin digitos' },
  number: { words: 'numero numeros numerinho' },
  it: { words: 'isso isto esse essa este esta ele ela negocio trem treco coisa naquele naquilo' },
  send: {
    words:
      'manda mandar mande mandam envia enviar envie enviem envio solta libera liberar libere gera gerar gere mandou enviou mandasse',
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
      'chegou chega chegar chegaram recebi recebo receber veio vem vieram aparece apareceu achei encontrei encontro caiu vi',
  },
  lost: { words: 'sumiu desapareceu apaguei apagou perdi' },
  message: { words: 'mensagem msg sms mensagens' },
  open: { words: 'abre abrir abriu abrindo abri abrem carrega carregar carregou' },
  click: {
    words:
      'clico cliquei clicar clica clique toco toquei tocar toca aperto apertei apertar aperta apertando clicando tocando abro encosto',
  },
  nothing: { words: 'nada' },
  error: {
    words:
      'erro error errado errada errados errou errei 404 invalido invalida invalidos incorreto incorreta quebrado quebrada bug bugado bugou falha falhou problema defeito',
    phrases: 'nao existe|nao encontrada|deu ruim|nao e seguro|nao e confiavel|nao segura',
  },
  white: { words: 'branco branca preta vazia vazio' },
  spin: {
    words: 'rodando carregando girando travou travado travada',
    phrases: 'nao sai disso|so roda|fica rodando',
  },
  expired: {
    words: 'expirou expirado expirada expira venceu vencido vencida caducou usado utilizado',
    phrases:
      'passou do tempo|passou da hora|fora do prazo|nao vale mais|perdeu a validade|nao tem validade',
  },
  work: {
    words: 'funciona funcionou funcionando funcionar funcionam serve presta pega funfa vai foi',
  },
  accept: { words: 'aceita aceitou aceitar aceitam recusou recusa reconhece rejeita rejeitou' },
  type: {
    words:
      'digito digitei digitar digita coloco coloquei colocar coloca ponho poe por botar boto bota insiro inserir escrevo usar uso',
  },
  button: { words: 'botao botoes botaozinho' },
  page: { words: 'pagina site tela navegador pag sistema' },
  ask: { words: 'pede pedem pediu pediram pedindo pedir exige quer' },
  attempts: { words: 'tentativas tentativa', phrases: 'muitas vezes|varias vezes' },
  two: { words: 'dois duas 2' },
  computer: { words: 'computador pc notebook desktop laptop tablet' },
  right: { words: 'certo correto' },
  google: { words: 'google gmail googel' },
  connect: {
    words:
      'conectar conecta ligar liga vincular vincula vincule associar associa adicionar adiciona',
  },
  detach: {
    words:
      'tirar tira tire remover remove remova desvincular desvincula desvincule desligar desliga desligue desconectar desconecta desconecte desassociar excluir exclui apagar apaga cancelar cancela retirar retira',
  },
  password: { words: 'senha senhas senhar', phrases: 'palavra passe|palavra chave' },
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
};
