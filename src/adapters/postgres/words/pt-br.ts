const OWN_SCHEMA =
  'Dê ao zap-login um banco só dele, ou um schema só dele: acrescente ?schema=zap_login a DATABASE_URL.';

export const ptBr = {
  dataDir: {
    inUse: (dataDir: string, process: string) =>
      `A pasta de dados ${dataDir} está em uso pelo processo ${process}. Pare esse processo antes, ou defina DATABASE_URL para rodar várias instâncias.`,
    notWritable: (dataDir: string, reason: string) =>
      `Não é possível gravar na pasta de dados ${dataDir} (${reason}). Dê a pasta a este usuário, ou aponte DATA_DIR para outra.`,
    notPrivate: (folder: { dataDir: string; mode: string; inside: string }) =>
      `A pasta de dados ${folder.dataDir} está aberta a outros usuários desta máquina (modo ${folder.mode}). Dê a pasta ao usuário que roda o zap-login e execute chmod 700 nela, ou aponte DATA_DIR para uma pasta que ainda não existe, como ${folder.inside}.`,
    noDatabase: (folder: string) =>
      `${folder} não está vazia e não tem um banco de dados (falta PG_VERSION). Restaure o backup inteiro dessa pasta, esvazie a pasta, ou aponte DATA_DIR para outra.`,
    damaged: (folder: string, fault: string) =>
      `O banco de dados embutido em ${folder} está danificado: ${fault}. Nada foi alterado. Restaure um backup dessa pasta, inteiro, ou a cópia feita antes da última atualização (docs/operations.md, "Backup and restore"); não apague arquivos isolados dela.`,
    controlFile: 'global/pg_control falta ou está danificado',
    logFile: {
      missing: (name: string) => `falta pg_wal/${name}`,
      short: (name: string) => `pg_wal/${name} não tem o tamanho completo`,
      damaged: (name: string) => `pg_wal/${name} está danificado`,
    },
    noRoom: (room: { folder: string; needed: string; free: string }) =>
      `Esta versão altera o banco de dados embutido e, antes disso, copia ${room.folder}: para isso são precisos ${room.needed}, e há ${room.free} livres. Nada foi alterado. Abra espaço, ou mova a pasta para um disco maior (DATA_DIR); a versão anterior continua iniciando.`,
  },
  migration: {
    foreign: (name: string) =>
      `Estas tabelas são de outra aplicação (a _prisma_migrations dela contém ${name}). ${OWN_SCHEMA}`,
    newer: (name: string) =>
      `O banco de dados foi gravado por uma versão mais nova do zap-login (contém a migração ${name}). Inicie essa versão, ou restaure um backup de antes da atualização.`,
    unfinished: (name: string) =>
      `A migração ${name} foi iniciada com o comando do próprio Prisma e não terminou. Veja o que ela deixou e execute: npx prisma migrate resolve`,
    edited: (name: string) =>
      `A migração ${name} foi alterada depois que este banco de dados a aplicou. Restaure o arquivo; ponha mudanças em uma migração nova.`,
    failed: (name: string, why: string) =>
      `A migração ${name} falhou e foi desfeita por inteiro: ${why}`,
    tableIsThere: (reason: string) =>
      `${reason}. Estas tabelas são de outra aplicação. ${OWN_SCHEMA}`,
    notAllowed: (reason: string) =>
      `${reason}. Inicie uma vez como o dono das tabelas, ou dê as tabelas a este usuário (ALTER TABLE … OWNER TO …).`,
  },
  setup: {
    tlsFile: (path: string, code: string) =>
      `Não é possível ler o arquivo ${path}, que DATABASE_URL indica para o TLS (${code}). Ponha o arquivo lá, ou corrija sslrootcert, sslcert ou sslkey.`,
    noSchema: (user: string) =>
      `O usuário ${user} do banco de dados não tem um schema onde criar tabelas`,
    notInSchema: (user: string, schema: string) =>
      `O usuário ${user} do banco de dados não pode criar tabelas no schema ${schema}`,
    grant: (what: string, grants: string) =>
      `${what}. Como dono do banco de dados, execute: ${grants}`,
    or: 'ou',
    schemaName: 'O schema que DATABASE_URL pede não pode existir.',
    connectionLimit: 'connection_limit em DATABASE_URL não é um número de 1 a 9999.',
  },
};

/** The texts and their parameters: every other language has the same. */
export type DatabaseWords = typeof ptBr;
