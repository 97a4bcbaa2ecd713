/// 企业微信 (WeCom): the group robot and the application, within their limits of bytes and messages.
@NullMarked
package io.gnomon.notify.wecom;

import org.jspecify.annotations.NullMarked;
