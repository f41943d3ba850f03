package org.tiersmith.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ContactColumn.What;

/** Finds columns by which a person could be known, by their names and by what they hold. */
final class ContactFinder {
  private static final double MOSTLY = 0.6;
  private static final Map<What, Set<String>> NAMES = new EnumMap<>(What.class);
  private static final Set<String> NAME_OF_CUSTOMER = Set.of("name", "名称", "名");
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE =
      Pattern.compile(
          "\\+\\d[\\d\\s().-]{6,}\\d|\\(?0\\d{1,4}\\)?[\\s.-]?\\d{3,4}[\\s.-]?\\d{3,4}"
              + "|1[3-9]\\d{9}|\\(?\\d{3}\\)?[\\s.-]\\d{3}[\\s.-]\\d{4}");

  static {
    names(
        What.NAME,
        "firstname lastname fullname surname forename givenname familyname customername username"
            + " nickname contactname recipient recipientname buyername 姓名 名字 客户姓名 顾客姓名 会员姓名"
            + " 收货人 收件人 收货人姓名 昵称 用户名 联系人");
    names(What.E_MAIL, "email mail emailaddress e-mail 邮箱 电子邮件 电子邮箱 邮件地址");
    names(
        What.PHONE,
        "phone telephone mobile tel cell cellphone phonenumber mobilenumber telephonenumber 手机"
            + " 手机号 手机号码 电话 电话号码 联系电话 联系方式");
    names(
        What.ADDRESS,
        "address street streetaddress address1 address2 addressline1 addressline2 shippingaddress"
            + " billingaddress deliveryaddress 地址 收货地址 详细地址 家庭住址 住址");
    names(What.BIRTHDAY, "birthday birthdate dateofbirth dob 生日 出生日期 出生年月");
    names(What.INTERNET_ADDRESS, "ip ipaddress clientip remoteaddr ipaddr ip地址");
    names(
        What.CARD_NUMBER,
        "cardnumber cardno creditcard creditcardnumber iban bankaccount accountnumber 卡号 银行卡号"
            + " 信用卡号 银行账号");
    names(
        What.IDENTITY_NUMBER,
        "ssn passport passportnumber nationalid idcard idnumber taxid 身份证 身份证号 身份证号码 护照号");
  }

  private final Duck duck;

  ContactFinder(Duck duck) {
    this.duck = duck;
  }

  /** The contact columns of a file, without those that play a role. */
  List<ContactColumn> find(TableKind kind, RawTable raw, Set<String> withRole) {
    List<ContactColumn> found = new ArrayList<>();
    duck.run("CREATE OR REPLACE TEMP TABLE looked_at AS FROM " + raw.table() + " LIMIT 1000");
    for (String column : raw.columns()) {
      if (withRole.contains(column)) {
        continue;
      }
      What named = byName(kind, column);
      What held = named == null ? byContents(column) : null;
      What what = named == null ? held : named;
      if (what != null) {
        found.add(new ContactColumn(raw.fileName(), column, what, named == null, false));
      }
    }
    return found;
  }

  /**
   * A column of customer ids by which a person could be known: its name says so, or it holds e-mail
   * addresses. What looks like a phone number may well be a plain number here.
   */
  @Nullable ContactColumn asId(TableKind kind, RawTable raw, String column, boolean hidden) {
    What named = byName(kind, column);
    if (named != null) {
      return new ContactColumn(raw.fileName(), column, named, false, hidden);
    }
    duck.run("CREATE OR REPLACE TEMP TABLE looked_at AS FROM " + raw.table() + " LIMIT 1000");
    return byContents(column) == What.E_MAIL
        ? new ContactColumn(raw.fileName(), column, What.E_MAIL, true, hidden)
        : null;
  }

  private static @Nullable What byName(TableKind kind, String column) {
    String name = column.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    for (Map.Entry<What, Set<String>> entry : NAMES.entrySet()) {
      if (entry.getValue().contains(name)) {
        return entry.getKey();
      }
    }
    if (kind == TableKind.CUSTOMERS && NAME_OF_CUSTOMER.contains(name)) {
      return What.NAME;
    }
    return name.contains("email") || name.contains("邮箱")
        ? What.E_MAIL
        : name.contains("phone") || name.contains("手机") || name.contains("电话")
            ? What.PHONE
            : name.endsWith("birthday") || name.endsWith("birthdate") ? What.BIRTHDAY : null;
  }

  private @Nullable What byContents(String column) {
    List<String> values =
        duck.list(
            String.format("SELECT %1$s FROM looked_at WHERE %1$s IS NOT NULL", Duck.name(column)),
            row -> row.words(0).strip());
    if (isMostly(values, MAIL)) {
      return What.E_MAIL;
    }
    return isMostly(values, PHONE) ? What.PHONE : null;
  }

  private static boolean isMostly(List<String> values, Pattern pattern) {
    long like = values.stream().filter(v -> pattern.matcher(v).matches()).count();
    return like > 0 && like >= MOSTLY * values.size();
  }

  private static void names(What what, String words) {
    NAMES.put(what, Set.of(words.split(" ")));
  }
}
