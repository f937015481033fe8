/** How people agree and refuse, in Portuguese and English; single words separated by spaces, phrases by `|`. */
export const AGREEMENT = {
  yes: `
    sim vamo aceito aceita aceitamos concordo confirmo confirmado confirma claro positivo isso exato exatamente certo correto certeza
    ok okay bora beleza fechado combinado uhum aham pode podem autorizo topo demorou joia perfeito isso vamos quero prossiga
    continua continue continuar seguir prosseguir manda certissimo obvio logico tranquilo yes yep sure agree accept confirm
    afirmativo simm sin sip ye acepto fechou demoro suave firmeza partiu simbora vambora logicamente obviamente certamente perfeitamente sii siim sinhor positiva concordamos autorizado liberado permito consinto topado
  `,
  yesPhrases: `si acepto|de acordo|com certeza|tudo bem|tudo certo|manda ver|pode ser|pode sim|ta bom|esta bom|esta ok|esta certo|e isso|e esse|li e|sem problema|vai em frente|go ahead|i do|por mim|manda bala|ja e|de boa|por mim tudo|claro que sim|acho que sim aceito|com prazer|esta valendo|esta combinado|esta feito|esta de boa|pode crer|e nois|e isso ai|nada contra|sem problemas|tudo certinho|fica a vontade|fique a vontade|manda ai|vai la|com toda certeza|por que nao aceito|to de acordo|estou de acordo|estou ciente e|li tudo|toca o barco|segue o jogo|vamo nessa|vamos nessa|quero sim|claro que pode|claro que aceito|claro que quero|go for it|of course|sounds good|all right|por supuesto|esta bien|de acuerdo|claro que si`,
  /** Of the yes above, what can mean nothing else beside a word of thanks: "ok, obrigado" may end the talk. */
  plainYes: `
    sim aceito concordo confirmo confirmado confirma autorizo pode podem quero yes yep simm sin sip
  `,
  /** Of the yes above, what says it with a word beside it that is not known. */
  clearYes: `sim simm aceito aceitu acepto concordo confirmo autorizo yes yep agree accept confirm s ss`,
  thanks: `obrigado obrigada obg obrigadao obrigadinho valeu vlw thanks agradeco grato grata`,
  no: `
    nao nunca jamais nem nada nadinha negativo recuso discordo desisto desisti espera espere deixa deixe engano errado errada cancela cancelar
    cancele parar pare para-ai no not never none neither nah nope cannot dont didnt wont refuse decline cancel stop melhor-nao calma nops neca nananinanao nanao negativa recusado recusamos negado dispenso renuncio
  `,
  noPhrases: `don t|do not|coisa nenhuma|coisa alguma|pode deixar|mudei de ideia|foi engano|de jeito nenhum|pensando bem nao|melhor deixar|deixar como esta|deixa como esta|deixa quieto|deixa pra la|deixa assim|para para|pare com|fui eu mesmo|era eu|foi sem querer|cliquei errado|sem querer|melhor esperar|deixa eu pensar|vou pensar|deixa como|forget it|never mind|leave it`,
  /** Refuse whatever is said beside: who pressed the wrong thing, regrets it or never asked for it. */
  firmNoPhrases: `deus me livre|deus me defenda|nem a pau|nem ferrando|nem morto|nem morta|nem que|nem lascando|nem fodendo|estou fora|to fora|sai fora|sai pra la|me arrependi|arrependi|era brincadeira|foi brincadeira|estava brincando|to brincando|apertei errado|apertei sem|cliquei sem|digitei errado|mandei errado|escrevi errado|foi erro|foi um erro|era erro|foi o corretor|foi meu filho|nao era isso|nao e isso|nunca pedi|nao pedi|nem pedi|claro que nao|logico que nao|obvio que nao|acho que nao|acho melhor nao|prefiro nao|prefiro que nao|deixe como|deixa minha conta|so aceito se nao|so se nao|esta louco|esta louca|esta doido|esta doida|ta maluco|pelo amor de deus nao|voltei atras|mudei de opiniao|repensei|pensei melhor|nem se|nao senhor|nao senhora|no way|no thanks|no gracias|changed my mind|de nenhuma maneira|de jeito maneira|de forma alguma|de forma nenhuma|de maneira nenhuma|de modo nenhum|de modo algum|ops sem querer`,
  hesitates: `explicar explica explique saber entender ler mas porem talvez so somente apenas amanha depois parte metade duvida duvidas quando porque qual quem onde sera como but why what when maybe how caso senao porventura condicao contanto desde`,
  hesitatingPhrases: `pode ser que|quero continuar|queria continuar|quero seguir|esta tudo bem|esta tudo certo|esta tudo ok|o que|que e|que isso|por que|pra que|para que|antes de|antes quero|queria antes|primeiro quero|nao sei|nao entendi|depende do|se eu|e se|so depois|como assim|vou ver|vou perguntar|vou falar com|vou confirmar|depois eu|se for|se nao for|se puder|se der|se tiver|se voces|se vc|so se|desde que|com uma condicao|acho que sim|acho que pode|sim ou nao|me mandaram|meu filho disse|meu marido disse|ele disse|ela disse|me disseram`,
  /** At the question whether to delete, these want to stay. */
  keeps: `manter mantenha mantem mantenho manterei fico ficar ficarei permanecer permaneco conservar preservar`,
  /** Said around a yes without adding anything to it. */
  around: `
    eu voce voces a o as os um uma e de do da dos das em no na por pra para que me meu minha meus minhas seu sua esta esse essa este
    aqui ai ja agora mesmo bem muito tudo ta favor gentileza gentilmente logo tambem entao moco moca senhor senhora dona querido
    querida amigo amiga mano cara filho filha jovem bom boa dia tarde noite oi ola obrigado obrigada obg valeu conta cadastro dados
    termos numero cpf cnpj nome acesso acessos plenamente totalmente absoluta toda todo todos todas li lido lgpd politica
    privacidade informacoes guardar guarda guardem favor vai ser fazer faz faca faco ter tenho sou e isso ok please my the it yes
    i to account registro opcao primeira primeiro 1 tranquilamente hein ne viu ue sem problema urgente rapido imediatamente mandar
    definitivamente permanente dado termo informacao documento opa eae ola salve vamo voce meus deus amem graca gracas coisa abencoe com uai oxe oxente vixe eita bah tche egua so visse mainha painho rei vei veio parca bicho moleque pelo amor irmao irma bencao homi mulher linda lindo flor anjo fofa chefe patrao campeao gente galera pessoal fazendo favorzinho tah tao tranquila certinho rapidinho bonitinho sinhora sinho nois la todinho todinha pura mt mto demais gentilesa claro certamente
  `,
  /** Before what the reader is called: "aceito, minha flor". */
  addresses: `meu minha dona seu senhor senhora dr dra sr sra`,
  /** Of the yes above, what may want something else: "quero minha conta". */
  wishes: `quero manda vamos bora`,
  /** What a wish can be about beside what was asked. */
  objects: `
    conta contas cadastro dados acesso acessos numero nome cpf cnpj termos registro informacoes link codigo account data
  `,
  subjects: `isso isto esse essa este ele ela eles elas voce voces it this that`,
  /** Beside "isso bloqueia" these make a yes of it. */
  urges: `favor logo ja agora sim pode podem quero urgente rapido imediatamente please`,
  /** Tell or ask of what was asked, without a question mark. */
  tellingPhrases: `tenho que|tenho de|tem que|tem como|tem de|da pra|da para|vai ter`,
  /** Nouns for what was asked: they agree to nothing by themselves. */
  askedNouns: {
    deletion: `exclusao cancelamento apagamento`,
    block: `bloqueio`,
  },
  asked: {
    consent: `aceitar guardar guarda guardem salvar salva cadastrar cadastra registrar registra`,
    deletion: `
      apagar apaga apague apaguem apago excluir exclui exclua excluam deletar deleta delete encerrar encerra remover
      remove eliminar elimina
    `,
    block: `bloquear bloqueia bloqueie travar trava trave trancar tranca tranque block lock`,
    endAll: `encerrar encerra encerre sair sai desconectar desconecta deslogar desloga derruba derrubar fecha fechar termina`,
  },
} as const;
