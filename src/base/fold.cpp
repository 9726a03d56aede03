#include "base/fold.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <fmt/format.h>

#include <algorithm>

#include "base/must.hpp"

namespace base {
namespace {

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), std::int32_t(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString normalized(const icu::UnicodeString& text, bool composed) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = composed ? icu::Normalizer2::getNFCInstance(status)
                              : icu::Normalizer2::getNFDInstance(status);
  auto out = form->normalize(text, status);
  must(U_SUCCESS(status));
  return out;
}

const icu::Locale& vietnamese() {
  static const icu::Locale locale("vi");
  return locale;
}

}  // namespace

bool is_text(std::string_view bytes) {
  const auto* s = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = std::int32_t(bytes.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(s, i, size, c);
    if (c <= 0) return false;  // malformed, or NUL
  }
  return true;
}

std::string composed(std::string_view text) {
  const bool ascii = std::ranges::all_of(text, [](char c) { return std::uint8_t(c) < 0x80; });
  return ascii ? std::string(text) : utf8(normalized(utf16(text), true));
}

std::string tidy(std::string_view text, bool keep_lines) {
  const auto composed = normalized(utf16(text), true);
  icu::UnicodeString out;
  bool blank = true;  // leading blanks go
  for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    const UChar32 c = composed.char32At(i);
    if (c == '\n' && keep_lines) {
      while (out.endsWith(" ", 0, 1)) out.truncate(out.length() - 1);
      out.append(c);
      blank = true;
    } else if (u_isUWhiteSpace(c)) {
      if (!blank) out.append(UChar32(' '));
      blank = true;
    } else if (!u_iscntrl(c)) {
      out.append(c);
      blank = false;
    }
  }
  return utf8(out.trim());
}

std::string fold(std::string_view text) {
  const auto split = normalized(utf16(text), false);
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
    const UChar32 c = split.char32At(i);
    if (c == 0x111 || c == 0x110) {
      out.append(UChar32('d'));
    } else if (u_charType(c) != U_NON_SPACING_MARK) {
      out.append(c);
    }
  }
  return utf8(out.toLower(vietnamese()));
}

std::string upper(std::string_view text) { return utf8(utf16(text).toUpper(vietnamese())); }
std::string lower(std::string_view text) { return utf8(utf16(text).toLower(vietnamese())); }

std::string sort_key(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(vietnamese(), status));
  must(collator != nullptr);
  std::uint8_t key[1024];
  const auto size = collator->getSortKey(utf16(text), key, sizeof key);
  std::string out;
  for (std::int32_t i = 0; i + 1 < std::min<std::int32_t>(size, sizeof key); ++i) {
    out += fmt::format("{:02x}", key[i]);  // text, so that both databases order it the same
  }
  return out;
}

std::size_t length(std::string_view text) { return std::size_t(utf16(text).countChar32()); }

}  // namespace base
