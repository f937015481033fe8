import { changeIdentity } from '../control/faults.js';
import { createPhoneKeys, enqueue, phoneAddress, type Phone } from '../chats/phone.js';
import type { World } from '../world.js';

/**
 * Registers the phone's number on WhatsApp again, after the phone's earlier jobs.
 * - `same`: the account goes on, on another phone or a reinstalled one. The LID and the chats stay, the keys are new,
 *   and the server tells the bot's devices.
 * - `new`: the number is a new account, as when its operator gave it to another person. LID and keys are new, the chats
 *   are empty, and what is sent to the old LID reaches no phone. A chat that is addressed by number keeps its address,
 *   so the server tells the bot's devices that its keys changed; of an unknown LID there is nothing to tell.
 */
export async function registerAnew(
  world: World,
  phone: Phone,
  account: 'new' | 'same',
): Promise<void> {
  if (account === 'new') {
    const before = phoneAddress(phone);
    await enqueue(phone, () => {
      becomeNewAccount(world, phone);
      return Promise.resolve();
    });
    if (phoneAddress(phone) === before) await changeIdentity(world, phone);
  } else {
    await changeIdentity(world, phone);
  }
  world.changed();
  world.events.emit({ type: 'phone', number: phone.number });
}

function becomeNewAccount(world: World, phone: Phone): void {
  world.phones.giveNewLid(phone);
  phone.signal = createPhoneKeys();
  phone.outbox.clear();
  phone.retries.clear();
  phone.replyAddress = undefined;
  phone.history.clear();
}
