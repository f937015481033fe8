import type { Meanings } from './meanings.js';

/** The account: its number, its data, where it is open, how it is locked. */
export const account: Meanings = {
  phone: {
    words:
      'celular celulares cel telefone tel fone aparelho smartphone iphone android telemovel samsung motorola',
  },
  chip: { words: 'chip operadora' },
  whatsapp: { words: 'zap whatsapp whats zapzap wpp' },
  change: {
    words:
      'mudar mudei muda mudou mudo mudando trocar troquei troca trocou troco trocando alterar alterei atualizar atualiza atualizei transferir migrar mude troque',
  },
  move: { words: 'passar transferir levar migrar' },
  newNumber: {
    phrases:
      'numero novo|numero agora|agora e esse|agora e este|novo numero|outro numero|numero antigo|antigo numero|numero velho|numero mudou|telefone novo|novo telefone|telefone antigo|outro telefone|chip novo|novo chip|numero agora e|telefone agora e|agora meu telefone|agora meu numero|outro whatsapp|whatsapp novo|agora uso esse|zap novo|outro chip|telefone e outro|numero e outro|numero anterior',
  },
  steal: {
    words:
      'roubaram roubado roubada roubou roubaro assaltado assaltada assaltaram furtaram furtado furtada furto roubo assalto afanaram afanado surrupiaram',
    phrases: 'levaram meu|levaram o|levaram tudo|passaram a mao',
  },
  lose: { words: 'perdi perdeu perder sumiu perdido perda deixei esqueci quebrou' },
  relative: {
    words:
      'mae pai vo voinho voinha mainha painho avo vovo irmao irma marido esposa mulher esposo tia tio sogra sogro primo prima neto neta sobrinho sobrinha namorada namorado amigo amiga filho filha chefe patrao patroa vizinha vizinho cunhado cunhada padrasto madrasta socio socia colega noivo noiva ex bisneto bisneta enteado enteada',
  },
  account: { words: 'conta contas perfil acesso' },
  record: { words: 'cadastro registro ficha' },
  data: { words: 'dados dado informacoes informacao infos' },
  everything: { words: 'tudo todos todas' },
  delete: {
    words:
      'apagar apaga apague apaguem exclui excluir exclua excluam exclusao deleta deletar delete deletem remover remova remove removam eliminar elimina elimine apagamento',
    phrases:
      'some com|dar baixa|de baixa|da baixa|me tira|me tirem|me tire|me remova|tirar meu nome|tira meu nome|me exclui|me exclua|me apaga',
  },
  unregister: { words: 'descadastrar descadastra descadastre descadastro' },
  finish: { words: 'encerrar encerra encerre encerramento fechar fecha feche finalizar finaliza' },
  cancel: { words: 'cancelar cancela cancele cancelamento cancelem' },
  from: { words: 'sistema base banco cadastros' },
  haveAccount: {
    phrases: 'ter conta|ter cadastro|ser cadastrado|ser cadastrada|minha conta aqui|conta aqui',
  },
  block: {
    words:
      'bloquear bloqueia bloqueie bloqueiem bloqueiar bloqueio trava travar trave tranca trancar tranque congela congelar congele suspende suspender suspenda bloqueando trancando congelando suspendendo',
  },
  hacked: {
    words:
      'hackearam hackeado hackeada hackeou invadiram invadida invadido invadiu hackiaram raquearam',
    phrases: 'clonaram minha conta|conta clonada|clonaram meu whatsapp|tomaram minha conta',
  },
  blocked: { words: 'bloqueada bloqueado bloqueei bloqueou bloquearam trancada suspensa' },
  unblock: {
    words:
      'desbloquear desbloqueia desbloqueie desbloqueio destrava destravar destrave destranca destrancar reativa reativar reative desbloqueiem',
  },
  lock: { words: 'bloqueio' },
  free: { words: 'libera liberar libere soltar' },
  card: { words: 'cartao cartoes pix' },
  sessions: { words: 'sessoes sessao acessos dispositivos aparelhos conexoes logins' },
  connected: {
    words:
      'conectado conectada conectados conectadas logado logada logados logadas aberta aberto abertas abertos ativo ativa ativas ativos',
  },
  last: { words: 'ultimo ultima ultimos ultimas' },
  exit: {
    words:
      'sair saia saio desconecta desconectar desconecte deslogar desloga deslogue derruba derrubar derrube expulsa expulsar encerrar encerra encerre fecha fechar feche tira fecho termina terminar desligar desliga',
  },
  everywhere: {
    words: 'tudo',
    phrases:
      'todos os|todas as|todo lugar|todo mundo|todos os lugares|em todos|em todas|de todos|de todas|todos aparelhos|todos celulares|qualquer lugar|todo canto',
  },
  leftOpen: {
    phrases:
      'esqueci aberto|esqueci aberta|deixei aberto|deixei aberta|esqueci logado|deixei logado|deixei logada|esqueci logada|ficou aberto|ficou aberta|ficou logado|ficou logada|deixei minha conta aberta|esqueci minha conta aberta|conta ficou aberta|esqueci de sair',
  },
  place: { words: 'trabalho escritorio escola faculdade lan house' },
  notMe: {
    phrases:
      'nao fui eu|nao era eu|nao sou eu|nao foi eu|nao pedi|nao fiz|nao solicitei|nao entrei|nao reconheco|desconheco esse|nao acessei|nem estou em casa|nao estou em casa|nao autorizei esse|nao mexi|nao loguei|nao estava online|nao fomos nos|nao foi meu|nao estava entrando|nao estava tentando|nao tentei|nem tentei|nem pedi|nunca pedi|sem eu pedir|sem ter pedido|sem pedir|nao estou entrando|nao estou tentando',
  },
  notMine: {
    phrases:
      'que nao e meu|que nao e minha|nao conheco esse|nao conheco este|nao conheco essa|nao sei de quem e',
  },
  stranger: { words: 'alguem gente estranho fulano pessoa' },
  intrude: {
    words: 'entrou entraram mexendo mexeu mexeram acessou acessaram entrando',
    phrases: 'sem eu deixar|sem minha permissao|sem eu saber|usando minha conta|usou minha conta',
  },
  wasMe: {
    phrases:
      'fui eu|era eu|sou eu|eu mesmo|eu mesma|foi meu acesso|foi eu|eu que entrei|eu que pedi|eu que fiz|meu numero novo|meu novo numero|eu quem entrou|eu que loguei|eu que abri',
  },
  claimed: {
    phrases:
      'cpf e meu|cnpj e meu|usando meu cpf|usando o meu cpf|usaram meu cpf|usaram o meu cpf|usa meu cpf|usou meu cpf|cadastrou meu cpf|cadastraram meu cpf|cadastraram com meu cpf|conta com o meu cpf|conta com meu cpf|conta com o meu cnpj|conta com meu cnpj|usando meu cnpj|usando o meu cnpj|usaram meu cnpj|pegaram meu cpf|clonaram meu cpf|clonaram o meu cpf|roubaram meu cpf|cpf ja esta cadastrado|dono do cpf|dona do cpf|dono desse cpf|dona desse cpf|cpf clonado',
  },
  otherPerson: {
    phrases: 'outra pessoa|outro numero|nome de outra|outro nome|numero que nao e meu|de outro',
  },
  registered: { words: 'cadastrado cadastrada registrado registrada' },
};
