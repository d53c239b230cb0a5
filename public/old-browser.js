// Runs in browsers of any age, so it is written for the oldest. Everything it asks for is in Chromium 109.
;(function () {
  var able =
    'MathMLElement' in window &&
    'CompressionStream' in window &&
    'serviceWorker' in navigator &&
    'locks' in navigator &&
    !!Array.prototype.findLast &&
    !!window.CSS &&
    CSS.supports('selector(:has(a))')
  // A page that is not secure (http:// with an address other than this PC) has no service worker and no locks.
  var insecure = window.isSecureContext === false
  if (able) return
  document.documentElement.className = 'cannot-run'
  document.addEventListener('DOMContentLoaded', function () {
    var sentence = document.createElement('p')
    sentence.setAttribute('role', 'alert')
    sentence.style.cssText = 'max-width:40em;margin:15vh auto;padding:0 24px;font:20px/1.5 sans-serif'
    sentence.appendChild(
      document.createTextNode(
        insecure
          ? 'Program ini hanya berjalan lewat alamat https:// atau di komputer server sendiri. Tanyakan alamat yang benar kepada admin.'
          : 'Browser ini terlalu lama. Pasang Chrome atau Edge versi 109 atau lebih baru, lalu buka lagi halaman ini.',
      ),
    )
    document.body.appendChild(sentence)
  })
})()
