export const ptBr = {
  start: {
    listening: (publicUrl: string, url: string) => `zap-login: ${publicUrl} (escutando em ${url})`,
    setup:
      'Primeiro início: defina a senha do administrador em até 30 minutos neste endereço de uso único:',
  },
  commands: {
    usage: `Uso:
  npm run pair                     mostra o QR para ler com o telefone do bot
  npm run pair -- --code NÚMERO    pede, em vez disso, um código de conexão para esse número
  npm run pair -- --raw            escreve o conteúdo de cada QR em uma linha
  npm run admin:reset              remove o administrador e escreve um endereço de uso único para definir outro
  npm run keys:rotate              cria uma chave nova para os tokens de acesso; a antiga vale mais um tempo
  npm run audit:verify             confere o registro de auditoria do início ao fim
  npm run audit:verify -- --expect N:HASH   e confere se a linha N é a mesma de quando o hash foi guardado`,
    adminReset:
      'Defina a nova senha do administrador em até 30 minutos neste endereço de uso único:',
    keysRotated:
      'Uma chave nova foi publicada. Ela assina a partir de dez minutos; a antiga continua publicada até o último token dela vencer.',
    keysRotatedElsewhere:
      'Outro processo criou uma chave nova no mesmo momento; uma só é suficiente.',
  },
  pair: {
    noNumber: (given: string) =>
      `${given} não é um número de telefone. Escreva como 11 91234-5678 ou 11 3333-4444, ou com + e o código do país.`,
    paired: (number: string | null) =>
      `Conectado${number === null ? '' : ` como ${number}`}. Inicie o produto com: npm start`,
    notInTime: 'O bot não foi conectado a tempo. Execute o comando de novo.',
    ownedElsewhere:
      'Outro processo usa este número. Conecte o bot lá, na página /admin/whatsapp, ou pare esse processo antes.',
    refused: (cause: string) => `O WhatsApp recusa este programa: ${cause}.`,
    // What people have reported, without a promise (Baileys issue 2672).
    passkey:
      'O WhatsApp exige uma chave de acesso (passkey) para conectar um aparelho a esta conta, e este programa ainda não consegue responder a isso. Algumas pessoas conseguiram depois de remover a chave de acesso no telefone (Configurações, Conta, Chaves de acesso); veja também se a conta consegue conectar um aparelho em web.whatsapp.com. Depois execute o comando de novo.',
    failed: 'O telefone começou a conectar o bot e não chegou ao fim. Tente de novo.',
    codeRefused:
      'O WhatsApp não criou um código de conexão para este número. O QR funciona no lugar dele:',
    code: (code: string) => `Código de conexão: ${code}`,
  },
  audit: {
    broken: (row: string, why: string) =>
      `O registro de auditoria não está íntegro: a linha ${row} ${why}.`,
    why: {
      row_changed: 'foi alterada depois de escrita',
      row_missing: 'falta ou está em outro lugar',
      detail_removed: 'perdeu o detalhe, e a conta dela nunca foi apagada',
      end_missing: 'falta, com tudo o que vem depois dela',
      end_unknown: 'é a última, mas não é a que o registro guardou como fim',
      emptied:
        'falta, com todas as outras e o fim guardado, embora haja pessoas ou um administrador aqui: o registro foi esvaziado, a não ser que nunca se tenha definido um administrador',
      expected_missing:
        'não está lá, embora tenha sido guardada em outro lugar: o registro foi cortado, esvaziado ou voltou a uma cópia mais antiga',
      expected_differs: 'não é a que foi guardada em outro lugar: o registro foi escrito de novo',
    },
    expect:
      '--expect recebe um número e um hash, como 12:9f86…, como estão em uma linha "audit.appended" do log ou em um audit:verify anterior.',
    whole: (count: string, lastHash: string) =>
      `O registro de auditoria está íntegro: ${count} linha(s), último hash ${lastHash}`,
    keep: (end: string) => ` (guarde em outro lugar: --expect ${end})`,
  },
  keys: {
    other:
      'Este banco de dados foi gravado com outra MASTER_KEY. Inicie com aquela chave, ou ponha aquela depois da nova (MASTER_KEY=nova,antiga).',
    lacking: (missing: readonly string[], here: string) =>
      `Falta em MASTER_KEY a chave ${missing.join(' e ')} (o id, não a chave), com a qual uma parte deste banco de dados foi gravada. Estão aqui: ${here}. Ponha de novo a que falta depois da atual (MASTER_KEY=nova,antiga,mais-antiga).`,
  },
  database: {
    publicNetwork:
      'DATABASE_URL leva a um servidor em uma rede pública sem TLS. Acrescente sslmode=verify-full (e sslrootcert=ARQUIVO para uma autoridade própria), ou sslmode=disable se um túnel protege a linha.',
    embedded: (folder: string) =>
      `Não é possível abrir o banco de dados embutido em ${folder}: está danificado, ou o disco está cheio. Abra espaço, ou restaure um backup dessa pasta.`,
    unreachable: (code: string) =>
      `Não é possível alcançar o banco de dados (${code}). Confira DATABASE_URL e se o servidor está rodando.`,
    refused: {
      password: 'O banco de dados recusa o usuário ou a senha de DATABASE_URL',
      database: 'O banco de dados indicado em DATABASE_URL não existe',
      right:
        'Falta ao usuário de DATABASE_URL um direito sobre as tabelas. Como dono delas, execute: GRANT ALL ON ALL TABLES IN SCHEMA … TO …; GRANT ALL ON ALL SEQUENCES IN SCHEMA … TO …; ou inicie como o dono',
      connections:
        'O banco de dados não aceita mais conexões. Encerre outros programas, aumente max_connections ou o CONNECTION LIMIT do usuário, ou ponha connection_limit=5 em DATABASE_URL',
      room: 'O servidor do banco de dados está sem espaço em disco ou sem memória',
      starting:
        'O servidor do banco de dados está iniciando ou encerrando. Inicie de novo quando ele estiver pronto',
      readOnly:
        'O banco de dados é somente leitura: uma cópia, ou está configurado assim (default_transaction_read_only). Indique em DATABASE_URL o que aceita gravação',
      slow: 'O banco de dados demorou demais: outro programa mantém uma trava, ou o servidor está sobrecarregado',
      connection:
        'O servidor do banco de dados, ou o pooler na frente dele, recusa a conexão. Confira o usuário, o nome do banco de dados e as opções de DATABASE_URL',
    },
    unanswered:
      'O que escuta em DATABASE_URL não responde como um servidor PostgreSQL. Confira o endereço e se o servidor está bem.',
    withoutTls:
      'O servidor do banco de dados não oferece TLS, e sslmode em DATABASE_URL pede TLS. Ligue o TLS no servidor, ou use sslmode=disable se ninguém mais alcança a rede entre os dois.',
    distrusted: (code: string) =>
      `O certificado do servidor do banco de dados não é de confiança (${code}). Indique a autoridade dele em DATABASE_URL (sslrootcert=ARQUIVO) e use o nome para o qual o certificado foi emitido.`,
  },
  openingHours:
    'Não é possível ler OPENING_HOURS. Escreva como: mon-fri 09:00-18:00, sat 09:00-13:00 America/Sao_Paulo',
  ownError: (detail: string) => `O zap-login terminou por um erro dele mesmo:\n${detail}`,
};

/** The texts and their parameters: every other language has the same. */
export type TerminalWords = typeof ptBr;
