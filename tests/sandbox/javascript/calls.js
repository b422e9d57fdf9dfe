// Calls the API through Scorocode's published SDK, as its README does, and prints what came of each as a line of JSON.
'use strict';

const SC = require(process.env.SDK);
const keys = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const client = {ApplicationID: keys.app, JavaScriptKey: keys.cli};

async function tell(name, call) {
    try {
        console.log(JSON.stringify([name, await call()]));
    } catch (error) {
        console.log(JSON.stringify([name, {refused: error.errCode || String(error)}]));
    }
}

async function main() {
    const iphones = () => new SC.Query('devices').equalTo('deviceType', 'ios').contains('model', '^iPhone 15');
    const vips = () => new SC.Query('users').greaterThan('age', 60).containedIn('language', ['ru']);
    const messenger = new SC.Messenger();
    const push = {data: {apns: {aps: {alert: 'Привет 👋'}}}};
    const user = new SC.User();

    SC.Init({...client, MasterKey: keys.masterKey});
    await tell('count', () => iphones().count());
    await tell('find', () => vips().ascending('email').select('email', 'birthday', 'tags').limit(3).skip(1).find());
    await tell('find nobody', () => new SC.Query('users').equalTo('age', -1).find());
    await tell('push', () => messenger.sendPush({where: iphones(), data: push}));
    await tell('sms', () => messenger.sendSms({where: vips(), data: {text: 'Скидка'}}));
    await tell('sms in debug', () => messenger.sendSms({where: vips(), data: {text: 'Test'}}, true));

    SC.Init({...client, MessageKey: keys.messageKey});
    await tell('no session', () => iphones().count());
    await tell('wrong password', () => user.login(keys.email, 'wrong'));
    await tell('login', () => user.login(keys.email, keys.password));
    await tell('count in a session', () => iphones().count());
    await tell('push in a session', () => messenger.sendPush({where: iphones(), data: push}));
    await tell('logout', () => user.logout());
    await tell('after logout', () => iphones().count());
}

// The SDK does not read what comes with a refusal, so that its connection would stay open.
main().then(() => process.stdout.write('', () => process.exit()));
