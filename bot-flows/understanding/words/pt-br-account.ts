import type { Meanings } from './meanings.js';

/** The account: its number, its data, where it is open, how it is locked. */
export const account: Meanings = {
  phone: {
    words:
      'celular celulares cel telefone tel fone aparelho smartphone iphone android telemovel samsung motorola',
  },
  chip: { words: 'chip operadora linha' },
  whatsapp: { words: 'zap whatsapp whats zapzap wpp' },
  change: {
    words:
      'mudar mudei muda mudou mudo mudando trocar troquei troca trocou troco trocando alterar alterei atualizar atualiza atualizei transferir migrar mude troque mudamos trocamos atualizando mudasse',
  },
  move: { words: 'passar transferir levar migrar' },
  newNumber: {
    phrases:
      'numero novo|agora e esse|agora e este|novo numero|outro numero|numero antigo|antigo numero|numero velho|numero mudou|telefone novo|novo telefone|telefone antigo|outro telefone|chip novo|novo chip|numero agora e|telefone agora e|agora meu telefone|agora meu numero|outro whatsapp|whatsapp novo|agora uso esse|zap novo|outro chip|telefone e outro|numero e outro|numero anterior|chip mudou|numero diferente|whatsapp antigo|antigo whatsapp|whatsapp velho|celular antigo|celular velho|chip antigo|chip velho|nao uso mais|nao tenho mais o numero|nao tenho mais esse numero|numero que eu usava|usava outro|era outro numero|outra linha|linha nova|nova linha|linha antiga|mudou meu numero|telefone mudou|numero atual|portabilidade|numero de antes|no outro numero|no meu outro|meu velho numero|numero trocado|outro ddd|mudei o ddd|vai ser outro|numero vai mudar|numero vai ser|vai mudar de numero',
  },
  steal: {
    words:
      'roubaram roubado roubada roubou roubaro assaltado assaltada assaltaram furtaram furtado furtada furto roubo assalto afanaram afanado surrupiaram furtou assaltante',
    phrases:
      'levaram meu|levaram o|levaram tudo|passaram a mao|levou meu|levou o meu|tomaram meu|tomou meu|tomaram o|ladrao levou|me assaltou|me levaram|foi levado|bateram minha carteira|bateram meu|pegaram meu celular|pegou meu celular|sumiram com meu|passaram a perna',
  },
  lose: {
    words:
      'perdi perdeu perder sumiu perdido perda deixei esqueci quebrou quebrei queimou molhou afogou pifou estragou extraviou extraviei morreu quebrado',
    phrases:
      'caiu no rio|caiu na agua|caiu no vaso|caiu na privada|caiu no mar|caiu no chao|caiu da mao|nao liga mais|parou de funcionar|foi pro conserto|no conserto|nao sei onde deixei|nao acho meu|nao encontro meu',
  },
  relative: {
    words:
      'mae pai vo voinho voinha mainha painho avo vovo irmao irma marido esposa mulher esposo tia tio sogra sogro primo prima neto neta sobrinho sobrinha namorada namorado amigo amiga filho filha chefe patrao patroa vizinha vizinho cunhado cunhada padrasto madrasta socio socia colega noivo noiva ex bisneto bisneta enteado enteada funcionario funcionaria empregado empregada cuidadora comadre compadre afilhado afilhada pais avos bisavo genro nora namorido companheiro companheira',
  },
  account: { words: 'conta contas perfil acesso' },
  record: { words: 'cadastro registro ficha' },
  data: { words: 'dados dado informacoes informacao infos' },
  everything: { words: 'tudo todos todas' },
  delete: {
    words:
      'apagar apaga apague apaguem exclui excluir exclua excluam exclusao deleta deletar delete deletem remover remova remove removam eliminar elimina elimine apagamento desativar desativa desative desabilitar inativar inativa eliminem encerro suma destruir destroi sumir',
    phrases:
      'some com|dar baixa|de baixa|da baixa|me tira|me tirem|me tire|me remova|tirar meu nome|tira meu nome|me exclui|me exclua|me apaga|sair de vez|quero sair do sistema|nao quero mais fazer parte|nao quero mais participar|me desliga|me tira daqui|tira eu|tire meu|tirem meu|tira meus dados|limpa meus dados|limpar meus|sumir com|suma com|dar fim|da um fim|acabar com minha conta|revogo|apagado|me deletem|me deleta|me apaguem|me excluam|sair do cadastro|sair da base|sair da lista|me remove|nada com voces',
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
      'bloquear bloqueia bloqueie bloqueiem bloqueiar bloqueio trava travar trave tranca trancar tranque congela congelar congele suspende suspender suspenda bloqueando trancando congelando suspendendo bloquea bloquiar blokear bloquei travem tranquem congelem suspendam',
  },
  hacked: {
    words:
      'hackearam hackeado hackeada hackeou invadiram invadida invadido invadiu hackiaram raquearam',
    phrases: 'clonaram minha conta|conta clonada|clonaram meu whatsapp|tomaram minha conta',
  },
  blocked: {
    words:
      'bloqueada bloqueado bloqueei bloqueou bloquearam trancada suspensa travada trancado suspenso bloqueadas barrada congelada',
  },
  unblock: {
    words:
      'desbloquear desbloqueia desbloqueie desbloqueio destrava destravar destrave destranca destrancar reativa reativar reative desbloqueiem desbloquea desbloquei reabrir reabre reabra',
    phrases:
      'tira a trava|tirar a trava|tira o bloqueio|tirar o bloqueio|tira o cadeado|minha conta de volta|conta de volta|desfazer o bloqueio|desfaz o bloqueio|desfaca o bloqueio|retirar o bloqueio|abrir minha conta de novo|desfazer bloqueio|volta minha conta|tiro o bloqueio|tire o bloqueio|tirem o bloqueio|tirar bloqueio|tiro a trava|tirem a trava|sair do bloqueio|tira do bloqueio|acabar com o bloqueio',
  },
  lock: { words: 'bloqueio' },
  free: { words: 'libera liberar libere soltar' },
  card: { words: 'cartao cartoes pix' },
  sessions: {
    words:
      'sessoes sessao acessos dispositivos aparelhos conexoes logins dispositivo historico navegadores entradas atividade atividades',
    phrases:
      'meus aparelhos|quantos aparelhos|quantos celulares|meus acessos|que aparelho|que aparelhos|lista de aparelhos',
  },
  connected: {
    words:
      'conectado conectada conectados conectadas logado logada logados logadas aberta aberto abertas abertos ativo ativa ativas ativos conectou plugado plugada',
  },
  last: { words: 'ultimo ultima ultimos ultimas' },
  exit: {
    words:
      'sair saia saio desconecta desconectar desconecte deslogar desloga deslogue derruba derrubar derrube expulsa expulsar encerrar encerra encerre fecha fechar feche tira fecho termina terminar desligar desliga sai desconectem encerrem saiam expulse tirem derrubem desloguem logout desconecto deslogo',
  },
  everywhere: {
    words: 'tudo',
    phrases:
      'todos os|todas as|todo lugar|todo mundo|todos os lugares|em todos|em todas|de todos|de todas|todos aparelhos|todos celulares|qualquer lugar|todo canto|todos meus|todas minhas|toda parte|cada aparelho|outros aparelhos|outros celulares|outros dispositivos|outros lugares|qualquer aparelho|menos esse|menos neste|menos este|tudo que e lugar|tudo quanto e lugar',
  },
  leftOpen: {
    phrases:
      'esqueci aberto|esqueci aberta|deixei aberto|deixei aberta|esqueci logado|deixei logado|deixei logada|esqueci logada|ficou aberto|ficou aberta|ficou logado|ficou logada|deixei minha conta aberta|esqueci minha conta aberta|conta ficou aberta|esqueci de sair|deixei minha conta|esqueci minha conta|esqueci de deslogar|esqueci de fechar|esqueci minha sessao|nao desloguei|sair de longe|fechar de longe|deslogar de longe|sair a distancia|fechar a distancia|ficou conectado|ficou conectada|deixei conectado|deixei conectada|esqueci conectado|esqueci conectada|logada no trabalho|logado no trabalho|sair de la|fechar la|deslogar de la',
  },
  place: { words: 'trabalho escritorio escola faculdade lan house' },
  notMe: {
    phrases:
      'nao fui eu|nao era eu|nao sou eu|nao foi eu|nao pedi|nao fiz|nao solicitei|nao entrei|nao reconheco|desconheco esse|nao acessei|nem estou em casa|nao estou em casa|nao autorizei esse|nao mexi|nao loguei|nao estava online|nao fomos nos|nao foi meu|nao estava entrando|nao estava tentando|nao tentei|nem tentei|nem pedi|nunca pedi|sem eu pedir|sem ter pedido|sem pedir|nao estou entrando|nao estou tentando|nao reconheci|nao reconhece|nao abri|desconheco|jamais entrei|nunca entrei nisso|nao autorizei|nao pedi codigo|ninguem aqui entrou|nao botei|nao estou no computador|nao estou no pc|nao estou usando|sem meu consentimento|sem minha autorizacao',
  },
  notMine: {
    phrases:
      'que nao e meu|que nao e minha|nao conheco esse|nao conheco este|nao conheco essa|nao sei de quem e|nao conheco aparelho|nao conheco o aparelho|nao tenho esse|nao tenho este|nao tenho iphone|nao uso chrome|nao uso iphone|nao uso esse|nao e meu celular|nao e meu aparelho|nao e meu computador|nao e meu pc|nao e minha cidade|nao moro|nunca estive|nao tenho computador|nao tenho pc|aparelho nao e meu|celular nao e meu|computador nao e meu|pc nao e meu|aparelho desconhecido|nao e meu esse|nao e esse meu',
  },
  stranger: {
    words: 'alguem gente estranho fulano pessoa desconhecido desconhecida invasor hacker estranha',
  },
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
      'cpf e meu|cnpj e meu|usando meu cpf|usando o meu cpf|usaram meu cpf|usaram o meu cpf|usa meu cpf|usou meu cpf|cadastrou meu cpf|cadastraram meu cpf|cadastraram com meu cpf|conta com o meu cpf|conta com meu cpf|conta com o meu cnpj|conta com meu cnpj|usando meu cnpj|usando o meu cnpj|usaram meu cnpj|pegaram meu cpf|clonaram meu cpf|clonaram o meu cpf|roubaram meu cpf|cpf ja esta cadastrado|dono do cpf|dona do cpf|dono desse cpf|dona desse cpf|cpf clonado|cpf me pertence|roubou meu cpf|cpf e o meu|cpf ai e meu|cpf ai e o meu|cpf aqui e meu|cpf e de mim',
  },
  otherPerson: {
    phrases: 'outra pessoa|outro numero|nome de outra|outro nome|numero que nao e meu|de outro',
  },
  registered: { words: 'cadastrado cadastrada registrado registrada' },
  victim: {
    phrases:
      'cai num golpe|cai em um golpe|cai no golpe|cai em golpe|caimos num golpe|caimos em um golpe|sofri golpe|sofri um golpe|levei um golpe|levei golpe|tomei um golpe|fui vitima|me deram um golpe|fui enganado|fui enganada|fui clonado|fui clonada',
  },
  precaution: {
    words: 'seguranca precaucao garantir',
    phrases:
      'por seguranca|por precaucao|pra garantir|para garantir|por via das duvidas|por garantia|de seguranca',
  },
  taxIdTaken: {
    phrases:
      'cpf ja tem|cpf ja esta em uso|cpf em uso|cpf ja existe|cpf ja consta|cpf esta em uso|cpf ja e|cpf esta cadastrado|cpf esta no nome|cpf foi usado|cpf foi clonado|cpf foi cadastrado|usaram meus dados|usando meus dados|usando meu documento|usaram meu documento|usaram meu nome|usando meu nome|documento e meu|cadastro com meu cpf|cadastro no meu cpf|conta no meu cpf|conta em meu cpf|cadastrou com meu|cadastraram com meu|abriram com meu|fizeram com meu|cpf pertence|cadastro com o meu cpf',
  },
};
