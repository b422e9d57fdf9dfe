// Loaded before the SDK, which knows one server only, by HTTPS: leads its requests to the sandbox, by HTTP, as they are.
'use strict';

const http = require('http');
const https = require('https');

https.request = (options, answered) => {
    if (options.host !== 'api.scorocode.ru') throw new Error('not the API: ' + options.host);
    return http.request({...options, host: '127.0.0.1', port: process.env.SANDBOX_PORT}, answered);
};
