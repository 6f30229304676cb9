//! Encodings in which a server may send values back. Created with Python's `json`, `html`, `urllib` and `base64`.

/// Name of the encoding, a text with access key, signature and secret in it, and the expected masked text. The last is
/// empty if it cannot be compared, e.g. for Base64.
pub(super) const FORMS: &[(&str, &str, &str)] = &[
    (
        "plain",
        "GET /a HTTP/1.1\r\nx-ncp-iam-access-key: QxZ7vKp2Wm9TfLb4Rc8N\r\nx-ncp-apigw-signature-v2: jRxFOu1EN8hF1cE1d3aALoVQZtqTO/KhsAf1Y+yPzC0=\r\nx-secret: jH4tRz8LqY3nBc6XwV1sDe/Gk+5aMu7iPo0ZyQ2w\r\n",
        "GET /a HTTP/1.1\r\nx-ncp-iam-access-key: QxZ7****\r\nx-ncp-apigw-signature-v2: ****\r\nx-secret: ****\r\n",
    ),
    (
        "JSON",
        "\"GET /a HTTP/1.1\\r\\nx-ncp-iam-access-key: QxZ7vKp2Wm9TfLb4Rc8N\\r\\nx-ncp-apigw-signature-v2: jRxFOu1EN8hF1cE1d3aALoVQZtqTO/KhsAf1Y+yPzC0=\\r\\nx-secret: jH4tRz8LqY3nBc6XwV1sDe/Gk+5aMu7iPo0ZyQ2w\\r\\n\"",
        "\"GET /a HTTP/1.1\\r\\nx-ncp-iam-access-key: QxZ7****\\r\\nx-ncp-apigw-signature-v2: ****\\r\\nx-secret: ****\\r\\n\"",
    ),
    (
        "JSON, slashes escaped",
        "\"GET \\/a HTTP\\/1.1\\r\\nx-ncp-iam-access-key: QxZ7vKp2Wm9TfLb4Rc8N\\r\\nx-ncp-apigw-signature-v2: jRxFOu1EN8hF1cE1d3aALoVQZtqTO\\/KhsAf1Y+yPzC0=\\r\\nx-secret: jH4tRz8LqY3nBc6XwV1sDe\\/Gk+5aMu7iPo0ZyQ2w\\r\\n\"",
        "\"GET \\/a HTTP\\/1.1\\r\\nx-ncp-iam-access-key: QxZ7****\\r\\nx-ncp-apigw-signature-v2: ****\\r\\nx-secret: ****\\r\\n\"",
    ),
    (
        "JSON, hexadecimal escapes",
        "\"GET\\u0020\\u002fa\\u0020HTTP\\u002f1\\u002e1\\u000d\\u000ax\\u002dncp\\u002diam\\u002daccess\\u002dkey\\u003a\\u0020QxZ7vKp2Wm9TfLb4Rc8N\\u000d\\u000ax\\u002dncp\\u002dapigw\\u002dsignature\\u002dv2\\u003a\\u0020jRxFOu1EN8hF1cE1d3aALoVQZtqTO\\u002fKhsAf1Y\\u002byPzC0\\u003d\\u000d\\u000ax\\u002dsecret\\u003a\\u0020jH4tRz8LqY3nBc6XwV1sDe\\u002fGk\\u002b5aMu7iPo0ZyQ2w\\u000d\\u000a\"",
        "\"GET\\u0020\\u002fa\\u0020HTTP\\u002f1\\u002e1\\u000d\\u000ax\\u002dncp\\u002diam\\u002daccess\\u002dkey\\u003a\\u0020QxZ7****\\u000d\\u000ax\\u002dncp\\u002dapigw\\u002dsignature\\u002dv2\\u003a\\u0020****\\u000d\\u000ax\\u002dsecret\\u003a\\u0020****\\u000d\\u000a\"",
    ),
    (
        "JSON in JSON",
        "\"\\\"GET \\\\/a HTTP\\\\/1.1\\\\r\\\\nx-ncp-iam-access-key: QxZ7vKp2Wm9TfLb4Rc8N\\\\r\\\\nx-ncp-apigw-signature-v2: jRxFOu1EN8hF1cE1d3aALoVQZtqTO\\\\/KhsAf1Y+yPzC0=\\\\r\\\\nx-secret: jH4tRz8LqY3nBc6XwV1sDe\\\\/Gk+5aMu7iPo0ZyQ2w\\\\r\\\\n\\\"\"",
        "\"\\\"GET \\\\/a HTTP\\\\/1.1\\\\r\\\\nx-ncp-iam-access-key: QxZ7****\\\\r\\\\nx-ncp-apigw-signature-v2: ****\\\\r\\\\nx-secret: ****\\\\r\\\\n\\\"\"",
    ),
    (
        "HTML",
        "GET &#x2F;a HTTP&#x2F;1.1\r\nx-ncp-iam-access-key: QxZ7vKp2Wm9TfLb4Rc8N\r\nx-ncp-apigw-signature-v2: jRxFOu1EN8hF1cE1d3aALoVQZtqTO&#x2F;KhsAf1Y&#43;yPzC0&equals;\r\nx-secret: jH4tRz8LqY3nBc6XwV1sDe&#x2F;Gk&#43;5aMu7iPo0ZyQ2w\r\n",
        "GET &#x2F;a HTTP&#x2F;1.1\r\nx-ncp-iam-access-key: QxZ7****\r\nx-ncp-apigw-signature-v2: ****\r\nx-secret: ****\r\n",
    ),
    (
        "HTML, numbers",
        "&#71;&#69;&#84;&#32;&#47;&#97;&#32;&#72;&#84;&#84;&#80;&#47;&#49;&#46;&#49;&#13;&#10;&#120;&#45;&#110;&#99;&#112;&#45;&#105;&#97;&#109;&#45;&#97;&#99;&#99;&#101;&#115;&#115;&#45;&#107;&#101;&#121;&#58;&#32;&#81;&#120;&#90;&#55;&#118;&#75;&#112;&#50;&#87;&#109;&#57;&#84;&#102;&#76;&#98;&#52;&#82;&#99;&#56;&#78;&#13;&#10;&#120;&#45;&#110;&#99;&#112;&#45;&#97;&#112;&#105;&#103;&#119;&#45;&#115;&#105;&#103;&#110;&#97;&#116;&#117;&#114;&#101;&#45;&#118;&#50;&#58;&#32;&#106;&#82;&#120;&#70;&#79;&#117;&#49;&#69;&#78;&#56;&#104;&#70;&#49;&#99;&#69;&#49;&#100;&#51;&#97;&#65;&#76;&#111;&#86;&#81;&#90;&#116;&#113;&#84;&#79;&#47;&#75;&#104;&#115;&#65;&#102;&#49;&#89;&#43;&#121;&#80;&#122;&#67;&#48;&#61;&#13;&#10;&#120;&#45;&#115;&#101;&#99;&#114;&#101;&#116;&#58;&#32;&#106;&#72;&#52;&#116;&#82;&#122;&#56;&#76;&#113;&#89;&#51;&#110;&#66;&#99;&#54;&#88;&#119;&#86;&#49;&#115;&#68;&#101;&#47;&#71;&#107;&#43;&#53;&#97;&#77;&#117;&#55;&#105;&#80;&#111;&#48;&#90;&#121;&#81;&#50;&#119;&#13;&#10;",
        "&#71;&#69;&#84;&#32;&#47;&#97;&#32;&#72;&#84;&#84;&#80;&#47;&#49;&#46;&#49;&#13;&#10;&#120;&#45;&#110;&#99;&#112;&#45;&#105;&#97;&#109;&#45;&#97;&#99;&#99;&#101;&#115;&#115;&#45;&#107;&#101;&#121;&#58;&#32;QxZ7****&#13;&#10;&#120;&#45;&#110;&#99;&#112;&#45;&#97;&#112;&#105;&#103;&#119;&#45;&#115;&#105;&#103;&#110;&#97;&#116;&#117;&#114;&#101;&#45;&#118;&#50;&#58;&#32;****&#13;&#10;&#120;&#45;&#115;&#101;&#99;&#114;&#101;&#116;&#58;&#32;****&#13;&#10;",
    ),
    (
        "HTML twice",
        "&amp;#x51;&amp;#x78;&amp;#x5A;&amp;#x37;&amp;#x76;&amp;#x4B;&amp;#x70;&amp;#x32;&amp;#x57;&amp;#x6D;&amp;#x39;&amp;#x54;&amp;#x66;&amp;#x4C;&amp;#x62;&amp;#x34;&amp;#x52;&amp;#x63;&amp;#x38;&amp;#x4E;&amp;#x20;&amp;#x6A;&amp;#x52;&amp;#x78;&amp;#x46;&amp;#x4F;&amp;#x75;&amp;#x31;&amp;#x45;&amp;#x4E;&amp;#x38;&amp;#x68;&amp;#x46;&amp;#x31;&amp;#x63;&amp;#x45;&amp;#x31;&amp;#x64;&amp;#x33;&amp;#x61;&amp;#x41;&amp;#x4C;&amp;#x6F;&amp;#x56;&amp;#x51;&amp;#x5A;&amp;#x74;&amp;#x71;&amp;#x54;&amp;#x4F;&amp;#x2F;&amp;#x4B;&amp;#x68;&amp;#x73;&amp;#x41;&amp;#x66;&amp;#x31;&amp;#x59;&amp;#x2B;&amp;#x79;&amp;#x50;&amp;#x7A;&amp;#x43;&amp;#x30;&amp;#x3D;&amp;#x20;&amp;#x6A;&amp;#x48;&amp;#x34;&amp;#x74;&amp;#x52;&amp;#x7A;&amp;#x38;&amp;#x4C;&amp;#x71;&amp;#x59;&amp;#x33;&amp;#x6E;&amp;#x42;&amp;#x63;&amp;#x36;&amp;#x58;&amp;#x77;&amp;#x56;&amp;#x31;&amp;#x73;&amp;#x44;&amp;#x65;&amp;#x2F;&amp;#x47;&amp;#x6B;&amp;#x2B;&amp;#x35;&amp;#x61;&amp;#x4D;&amp;#x75;&amp;#x37;&amp;#x69;&amp;#x50;&amp;#x6F;&amp;#x30;&amp;#x5A;&amp;#x79;&amp;#x51;&amp;#x32;&amp;#x77;",
        "QxZ7****&amp;#x20;****&amp;#x20;****",
    ),
    (
        "percent",
        "GET%20%2Fa%20HTTP%2F1.1%0D%0Ax-ncp-iam-access-key%3A%20QxZ7vKp2Wm9TfLb4Rc8N%0D%0Ax-ncp-apigw-signature-v2%3A%20jRxFOu1EN8hF1cE1d3aALoVQZtqTO%2FKhsAf1Y%2ByPzC0%3D%0D%0Ax-secret%3A%20jH4tRz8LqY3nBc6XwV1sDe%2FGk%2B5aMu7iPo0ZyQ2w%0D%0A",
        "GET%20%2Fa%20HTTP%2F1.1%0D%0Ax-ncp-iam-access-key%3A%20QxZ7****%0D%0Ax-ncp-apigw-signature-v2%3A%20****%0D%0Ax-secret%3A%20****%0D%0A",
    ),
    (
        "percent, lower case",
        "GET%20%2fa%20HTTP%2f1.1%0D%0Ax-ncp-iam-access-key%3A%20QxZ7vKp2Wm9TfLb4Rc8N%0D%0Ax-ncp-apigw-signature-v2%3A%20jRxFOu1EN8hF1cE1d3aALoVQZtqTO%2fKhsAf1Y%2byPzC0%3d%0D%0Ax-secret%3A%20jH4tRz8LqY3nBc6XwV1sDe%2fGk%2b5aMu7iPo0ZyQ2w%0D%0A",
        "GET%20%2fa%20HTTP%2f1.1%0D%0Ax-ncp-iam-access-key%3A%20QxZ7****%0D%0Ax-ncp-apigw-signature-v2%3A%20****%0D%0Ax-secret%3A%20****%0D%0A",
    ),
    (
        "percent, every byte",
        "%47%45%54%20%2F%61%20%48%54%54%50%2F%31%2E%31%0D%0A%78%2D%6E%63%70%2D%69%61%6D%2D%61%63%63%65%73%73%2D%6B%65%79%3A%20%51%78%5A%37%76%4B%70%32%57%6D%39%54%66%4C%62%34%52%63%38%4E%0D%0A%78%2D%6E%63%70%2D%61%70%69%67%77%2D%73%69%67%6E%61%74%75%72%65%2D%76%32%3A%20%6A%52%78%46%4F%75%31%45%4E%38%68%46%31%63%45%31%64%33%61%41%4C%6F%56%51%5A%74%71%54%4F%2F%4B%68%73%41%66%31%59%2B%79%50%7A%43%30%3D%0D%0A%78%2D%73%65%63%72%65%74%3A%20%6A%48%34%74%52%7A%38%4C%71%59%33%6E%42%63%36%58%77%56%31%73%44%65%2F%47%6B%2B%35%61%4D%75%37%69%50%6F%30%5A%79%51%32%77%0D%0A",
        "%47%45%54%20%2F%61%20%48%54%54%50%2F%31%2E%31%0D%0A%78%2D%6E%63%70%2D%69%61%6D%2D%61%63%63%65%73%73%2D%6B%65%79%3A%20QxZ7****%0D%0A%78%2D%6E%63%70%2D%61%70%69%67%77%2D%73%69%67%6E%61%74%75%72%65%2D%76%32%3A%20****%0D%0A%78%2D%73%65%63%72%65%74%3A%20****%0D%0A",
    ),
    (
        "percent twice",
        "GET%2520%252Fa%2520HTTP%252F1.1%250D%250Ax-ncp-iam-access-key%253A%2520QxZ7vKp2Wm9TfLb4Rc8N%250D%250Ax-ncp-apigw-signature-v2%253A%2520jRxFOu1EN8hF1cE1d3aALoVQZtqTO%252FKhsAf1Y%252ByPzC0%253D%250D%250Ax-secret%253A%2520jH4tRz8LqY3nBc6XwV1sDe%252FGk%252B5aMu7iPo0ZyQ2w%250D%250A",
        "GET%2520%252Fa%2520HTTP%252F1.1%250D%250Ax-ncp-iam-access-key%253A%2520QxZ7****%250D%250Ax-ncp-apigw-signature-v2%253A%2520****%250D%250Ax-secret%253A%2520****%250D%250A",
    ),
    (
        "Base64",
        "R0VUIC9hIEhUVFAvMS4xDQp4LW5jcC1pYW0tYWNjZXNzLWtleTogUXhaN3ZLcDJXbTlUZkxiNFJjOE4NCngtbmNwLWFwaWd3LXNpZ25hdHVyZS12MjogalJ4Rk91MUVOOGhGMWNFMWQzYUFMb1ZRWnRxVE8vS2hzQWYxWSt5UHpDMD0NCngtc2VjcmV0OiBqSDR0Uno4THFZM25CYzZYd1Yxc0RlL0drKzVhTXU3aVBvMFp5UTJ3DQo=",
        "",
    ),
    (
        "Base64, one byte later",
        "x=eEdFVCAvYSBIVFRQLzEuMQ0KeC1uY3AtaWFtLWFjY2Vzcy1rZXk6IFF4Wjd2S3AyV205VGZMYjRSYzhODQp4LW5jcC1hcGlndy1zaWduYXR1cmUtdjI6IGpSeEZPdTFFTjhoRjFjRTFkM2FBTG9WUVp0cVRPL0toc0FmMVkreVB6QzA9DQp4LXNlY3JldDogakg0dFJ6OExxWTNuQmM2WHdWMXNEZS9Hays1YU11N2lQbzBaeVEydw0K",
        "",
    ),
    (
        "Base64, two bytes later",
        "eHlHRVQgL2EgSFRUUC8xLjENCngtbmNwLWlhbS1hY2Nlc3Mta2V5OiBReFo3dktwMldtOVRmTGI0UmM4Tg0KeC1uY3AtYXBpZ3ctc2lnbmF0dXJlLXYyOiBqUnhGT3UxRU44aEYxY0UxZDNhQUxvVlFadHFUTy9LaHNBZjFZK3lQekMwPQ0KeC1zZWNyZXQ6IGpINHRSejhMcVkzbkJjNlh3VjFzRGUvR2srNWFNdTdpUG8wWnlRMncNCg==",
        "",
    ),
    (
        "Base64, URL alphabet",
        "R0VUIC9hIEhUVFAvMS4xDQp4LW5jcC1pYW0tYWNjZXNzLWtleTogUXhaN3ZLcDJXbTlUZkxiNFJjOE4NCngtbmNwLWFwaWd3LXNpZ25hdHVyZS12MjogalJ4Rk91MUVOOGhGMWNFMWQzYUFMb1ZRWnRxVE8vS2hzQWYxWSt5UHpDMD0NCngtc2VjcmV0OiBqSDR0Uno4THFZM25CYzZYd1Yxc0RlL0drKzVhTXU3aVBvMFp5UTJ3DQo",
        "",
    ),
    (
        "Base64, lines",
        "R0VUIC9hIEhUVFAvMS4xDQp4LW5jcC1pYW0tYWNjZXNzLWtleTogUXhaN3ZLcDJXbTlUZkxiNFJj\nOE4NCngtbmNwLWFwaWd3LXNpZ25hdHVyZS12MjogalJ4Rk91MUVOOGhGMWNFMWQzYUFMb1ZRWnRx\nVE8vS2hzQWYxWSt5UHpDMD0NCngtc2VjcmV0OiBqSDR0Uno4THFZM25CYzZYd1Yxc0RlL0drKzVh\nTXU3aVBvMFp5UTJ3DQo=\n",
        "",
    ),
    (
        "Base64, lines in JSON",
        "{\"echo\": \"R0VUIC9hIEhUVFAvMS4xDQp4LW5jcC1pYW0tYWNjZXNzLWtleTogUXhaN3ZLcDJXbTlUZkxiNFJj\\nOE4NCngtbmNwLWFwaWd3LXNpZ25hdHVyZS12MjogalJ4Rk91MUVOOGhGMWNFMWQzYUFMb1ZRWnRx\\nVE8vS2hzQWYxWSt5UHpDMD0NCngtc2VjcmV0OiBqSDR0Uno4THFZM25CYzZYd1Yxc0RlL0drKzVh\\nTXU3aVBvMFp5UTJ3DQo=\\n\"}",
        "",
    ),
    (
        "Base64 of JSON",
        "IkdFVCBcL2EgSFRUUFwvMS4xXHJcbngtbmNwLWlhbS1hY2Nlc3Mta2V5OiBReFo3dktwMldtOVRmTGI0UmM4TlxyXG54LW5jcC1hcGlndy1zaWduYXR1cmUtdjI6IGpSeEZPdTFFTjhoRjFjRTFkM2FBTG9WUVp0cVRPXC9LaHNBZjFZK3lQekMwPVxyXG54LXNlY3JldDogakg0dFJ6OExxWTNuQmM2WHdWMXNEZVwvR2srNWFNdTdpUG8wWnlRMndcclxuIg==",
        "",
    ),
    (
        "Base64 twice",
        "UjBWVUlDOWhJRWhVVkZBdk1TNHhEUXA0TFc1amNDMXBZVzB0WVdOalpYTnpMV3RsZVRvZ1VYaGFOM1pMY0RKWGJUbFVaa3hpTkZKak9FNE5Dbmd0Ym1Od0xXRndhV2QzTFhOcFoyNWhkSFZ5WlMxMk1qb2dhbEo0Ums5MU1VVk9PR2hHTVdORk1XUXpZVUZNYjFaUlduUnhWRTh2UzJoelFXWXhXU3Q1VUhwRE1EME5Dbmd0YzJWamNtVjBPaUJxU0RSMFVubzRUSEZaTTI1Q1l6WllkMVl4YzBSbEwwZHJLelZoVFhVM2FWQnZNRnA1VVRKM0RRbz0=",
        "",
    ),
    (
        "Base64 of the values",
        "UXhaN3ZLcDJXbTlUZkxiNFJjOE4= alJ4Rk91MUVOOGhGMWNFMWQzYUFMb1ZRWnRxVE8vS2hzQWYxWSt5UHpDMD0= akg0dFJ6OExxWTNuQmM2WHdWMXNEZS9Hays1YU11N2lQbzBaeVEydw==",
        "",
    ),
    (
        "hexadecimal",
        "474554202f6120485454502f312e310d0a782d6e63702d69616d2d6163636573732d6b65793a2051785a37764b7032576d3954664c62345263384e0d0a782d6e63702d61706967772d7369676e61747572652d76323a206a5278464f7531454e38684631634531643361414c6f56515a7471544f2f4b6873416631592b79507a43303d0d0a782d7365637265743a206a483474527a384c7159336e426336587756317344652f476b2b35614d753769506f305a795132770d0a",
        "",
    ),
    (
        "hexadecimal, upper case",
        "474554202F6120485454502F312E310D0A782D6E63702D69616D2D6163636573732D6B65793A2051785A37764B7032576D3954664C62345263384E0D0A782D6E63702D61706967772D7369676E61747572652D76323A206A5278464F7531454E38684631634531643361414C6F56515A7471544F2F4B6873416631592B79507A43303D0D0A782D7365637265743A206A483474527A384C7159336E426336587756317344652F476B2B35614D753769506F305A795132770D0A",
        "",
    ),
    (
        "hexadecimal, colons",
        "47:45:54:20:2f:61:20:48:54:54:50:2f:31:2e:31:0d:0a:78:2d:6e:63:70:2d:69:61:6d:2d:61:63:63:65:73:73:2d:6b:65:79:3a:20:51:78:5a:37:76:4b:70:32:57:6d:39:54:66:4c:62:34:52:63:38:4e:0d:0a:78:2d:6e:63:70:2d:61:70:69:67:77:2d:73:69:67:6e:61:74:75:72:65:2d:76:32:3a:20:6a:52:78:46:4f:75:31:45:4e:38:68:46:31:63:45:31:64:33:61:41:4c:6f:56:51:5a:74:71:54:4f:2f:4b:68:73:41:66:31:59:2b:79:50:7a:43:30:3d:0d:0a:78:2d:73:65:63:72:65:74:3a:20:6a:48:34:74:52:7a:38:4c:71:59:33:6e:42:63:36:58:77:56:31:73:44:65:2f:47:6b:2b:35:61:4d:75:37:69:50:6f:30:5a:79:51:32:77:0d:0a",
        "",
    ),
    ("signature's bytes", "8d1c453aed4437c845d5c1357776802e855066da933bf2a1b007f563ec8fcc2d", "****"),
    ("lower case", "qxz7vkp2wm9tflb4rc8n.jrxfou1en8hf1ce1d3aalovqztqto/khsaf1y+ypzc0=", "QxZ7****.****"),
    ("URL alphabet", "jRxFOu1EN8hF1cE1d3aALoVQZtqTO_KhsAf1Y-yPzC0=", "****"),
    (
        "cut",
        "GET /a HTTP/1.1\r\nx-ncp-iam-access-key: QxZ7vKp2Wm9TfLb4Rc8N\r\nx-ncp-apigw-signature-v2: jRxFOu1EN8hF1cE1d3aA",
        "GET /a HTTP/1.1\r\nx-ncp-iam-access-key: QxZ7****\r\nx-ncp-apigw-signature-v2: ****",
    ),
    (
        "another signature",
        "expected 'zzxFOu1EN8hF1cE1d3aALoVQZtqTO/KhsAf1Y+yPzAA=' but got another",
        "expected '****' but got another",
    ),
];
