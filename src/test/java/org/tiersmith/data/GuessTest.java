package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.JobContext;

/** Guesses about files, and the reasons given for them. */
class GuessTest {
  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = new SmallShop(folder);
  }

  @Test
  void saysByWhichNameInWhichLanguage() {
    Path english = shop.write("e.csv", "user_id,item,when\n1,2,2025-03-04\n");
    assertThat(reasons(english))
        .containsEntry("customer_id", "its name is one that shops use for this")
        .containsEntry("timestamp", "its values are dates, for example 2025-03-04");
    Path chinese = shop.write("z.csv", "会员编号,商品编号,下单时间,实付金额,数量\n7,8,2025-03-04,9.5,1\n");
    FileGuess guess = MappingGuesser.explain(TableKind.EVENTS, chinese);
    assertThat(guess.mapping().columns())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "customer_id", "会员编号",
                "product_id", "商品编号",
                "timestamp", "下单时间",
                "amount", "实付金额",
                "quantity", "数量"));
    assertThat(reasons(chinese))
        .containsEntry("amount", "its Chinese name is one that shops use for this");
  }

  @Test
  void knowsNamesMadeOfUsualWords() {
    Path one =
        shop.write("1.csv", "cust_no,sku,bought on,amt paid,orig price\n1000,S1,2024-01-01,9,12\n");
    assertThat(MappingGuesser.explain(TableKind.EVENTS, one).mapping().columns())
        .containsEntry("customer_id", "cust_no")
        .containsEntry("timestamp", "bought on")
        .containsEntry("amount", "amt paid")
        .containsEntry("list_price", "orig price");
    Path two = shop.write("2.csv", "Item Number,Buyer No.,Date of Sale\nP1,C1,2024-01-01\n");
    assertThat(MappingGuesser.explain(TableKind.EVENTS, two).mapping().columns())
        .containsEntry("product_id", "Item Number")
        .containsEntry("customer_id", "Buyer No.")
        .containsEntry("timestamp", "Date of Sale");
  }

  @Test
  void readsContentsWhereNamesSayNothing() {
    Path customers = shop.write("who.csv", "customer_id,city\n" + ids("K", 40, ",Rome\n"));
    Path products = shop.write("what.csv", "product_id,title\n" + ids("W", 40, ",Thing\n"));
    StringBuilder rows = new StringBuilder("a,b,c,d,e\n");
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      rows.append("2025-01-")
          .append(10 + random.nextInt(15))
          .append(",W")
          .append(random.nextInt(40));
      rows.append(",K").append(random.nextInt(40)).append(i % 3 == 0 ? ",pv," : ",buy,");
      rows.append("this one was much better than all that I had before").append(i).append('\n');
    }
    Path events = shop.write("x.csv", rows.toString());
    ImportGuess guess = guess(events, products, customers);
    assertThat(guess.unused()).isEmpty();
    assertThat(guess.mapping().customers()).isNotNull();
    FileGuess happenings = guess.files().getLast();
    assertThat(happenings.mapping().columns())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "timestamp", "a", "product_id", "b", "customer_id", "c", "type", "d", "text", "e"));
    assertThat(happenings.roles())
        .filteredOn(role -> role.role().equals("customer_id"))
        .extracting(role -> role.reason().english())
        .containsExactly("100% of its values are ids of the customers file");
  }

  @Test
  void findsOrdersBesideTheirLinesAndMonthsAlike() {
    StringBuilder orders = new StringBuilder("id,customer,order_date\n");
    StringBuilder january = new StringBuilder("order_id,sku,qty,unit_price\n");
    StringBuilder february = new StringBuilder("order_id,qty,sku,unit_price\n");
    for (int i = 0; i < 60; i++) {
      orders.append(500 + i).append(",C").append(i % 9).append(",2025-01-03\n");
      january.append(500 + i / 2).append(",P").append(i % 7).append(",1,2.50\n");
      february.append(530 + i / 2).append(",2,P").append(i % 7).append(",2.50\n");
    }
    Path order = shop.write("orders.csv", orders.toString());
    Path first = shop.write("lines_01.csv", january.toString());
    Path second = shop.write("lines_02.csv", february.toString());
    Path products =
        shop.write(
            "products.csv",
            "sku,title,price\nP0,A,2.5\nP1,B,2.5\nP2,C,2.5\nP3,D,2.5\n"
                + "P4,E,2.5\nP5,F,2.5\nP6,G,2.5\n");
    Path odd = shop.write("zz.csv", "one,two\nx,y\n");
    ImportGuess guess = guess(odd, second, products, first, order);
    assertThat(guess.files())
        .extracting(FileGuess::kind)
        .containsExactly(TableKind.PRODUCTS, TableKind.EVENTS);
    FileMapping events = SmallShopMappings.events(guess.mapping());
    assertThat(events.file()).isEqualTo(first);
    assertThat(events.more()).containsExactly(second);
    assertThat(events.joins()).containsExactly(new Join(order, Map.of("order_id", "id")));
    assertThat(events.columns())
        .containsEntry("customer_id", "customer")
        .containsEntry("timestamp", "order_date")
        .containsEntry("product_id", "sku");
    assertThat(guess.files().getLast().joins().getFirst().english())
        .isEqualTo("orders.csv belongs beside it: \"order_id\" names a row of it");
    assertThat(guess.unused()).containsExactly(odd);
    ImportResult result = shop.load(guess.mapping());
    assertThat(result.events()).isEqualTo(120);
    assertThat(result.rejected()).isZero();
  }

  @Test
  void joinsByEqualValuesWhereNamesDiffer() {
    StringBuilder heads = new StringBuilder("nr,customer_id,date\n");
    StringBuilder lines = new StringBuilder("beleg,product_id,quantity\n");
    for (int i = 0; i < 40; i++) {
      heads.append("INV-").append(i).append(",C").append(i % 5).append(",2025-01-03\n");
      lines.append("INV-").append(i / 2).append(",P").append(i % 7).append(",1\n");
    }
    Path head = shop.write("heads.csv", heads.toString());
    Path line = shop.write("rows.csv", lines.toString());
    ImportGuess guess = guess(head, line);
    assertThat(SmallShopMappings.events(guess.mapping()).joins())
        .containsExactly(new Join(head, Map.of("beleg", "nr")));
    assertThat(guess.files().getLast().joins().getFirst().english())
        .contains("100% of the values of \"beleg\" are values of its \"nr\"");
  }

  @Test
  void tellsALineAmountFromAUnitPrice() {
    StringBuilder line = new StringBuilder("customer_id,product_id,date,quantity,price\n");
    StringBuilder unit = new StringBuilder(line);
    for (int i = 0; i < 80; i++) {
      int n = 1 + i % 4;
      String start = "C" + i % 9 + ",P" + i % 3 + ",2025-01-03," + n + ",";
      line.append(start).append((3 + i % 3) * n).append(".00\n");
      unit.append(start).append(3 + i % 3).append(".00\n");
    }
    assertThat(
            MappingGuesser.guess(TableKind.EVENTS, shop.write("l.csv", line.toString())).columns())
        .containsEntry("amount", "price")
        .doesNotContainKey("list_price");
    assertThat(reasons(folder.resolve("l.csv")).get("amount"))
        .isEqualTo("it grows with \"quantity\", so it was paid for the line, not for a unit");
    assertThat(
            MappingGuesser.guess(TableKind.EVENTS, shop.write("u.csv", unit.toString())).columns())
        .containsEntry("list_price", "price")
        .doesNotContainKey("amount");
  }

  @Test
  void tellsADiscountInPercentFromMoneyOff() {
    StringBuilder percent = new StringBuilder("customer_id,product_id,date,price,discount\n");
    StringBuilder money = new StringBuilder(percent);
    for (int i = 0; i < 60; i++) {
      String start = "C" + i % 9 + ",P" + i % 3 + ",2025-01-03,200,";
      percent.append(start).append(i % 4 * 5).append('\n');
      money.append(start).append(i * 1.37).append('\n');
    }
    assertThat(
            MappingGuesser.guess(TableKind.EVENTS, shop.write("p.csv", percent.toString()))
                .columns())
        .containsEntry("discount_rate", "discount");
    assertThat(
            MappingGuesser.guess(TableKind.EVENTS, shop.write("m.csv", money.toString())).columns())
        .containsEntry("discount_amount", "discount")
        .doesNotContainKey("discount_rate");
  }

  @Test
  void theLowerOfTwoPricesWasPaid() {
    Path file =
        shop.write(
            "p.csv",
            "customer_id,product_id,date,unit_price,sale_price\n"
                + "C,P,2025-01-02,10,12\nC,P,2025-01-03,10,10\nC,P,2025-01-04,8,12\n");
    assertThat(MappingGuesser.guess(TableKind.EVENTS, file).columns())
        .containsEntry("paid_price", "unit_price")
        .containsEntry("list_price", "sale_price");
    assertThat(reasons(file).get("paid_price"))
        .isEqualTo("it is never above \"sale_price\", so it is what was paid");
  }

  @Test
  void offersAlternatives() {
    Path file =
        shop.write(
            "a.csv", "customer_id,product_id,order_date,ship_date\nC,P,2025-01-02,2025-01-05\n");
    FileGuess guess = MappingGuesser.explain(TableKind.EVENTS, file);
    RoleGuess when =
        guess.roles().stream().filter(r -> r.role().equals("timestamp")).findFirst().orElseThrow();
    assertThat(when.column()).isEqualTo("order_date");
    assertThat(when.alternatives()).extracting(RoleGuess::column).containsExactly("ship_date");
    assertThat(when.confidence()).isGreaterThan(when.alternatives().getFirst().confidence());
  }

  @Test
  void aWeakSignIsShownAndNotTaken() {
    StringBuilder rows = new StringBuilder("customer_id,product_id,date,x\n");
    for (int i = 0; i < 30; i++) {
      rows.append("C,P,2025-01-02,").append(i).append(".95\n");
    }
    FileGuess guess =
        MappingGuesser.explain(TableKind.EVENTS, shop.write("w.csv", rows.toString()));
    assertThat(guess.mapping().columns()).doesNotContainKey("list_price");
    assertThat(guess.possible())
        .filteredOn(role -> role.role().equals("list_price"))
        .extracting(RoleGuess::column, role -> role.reason().english())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "x", "its values are numbers with cents, for example 0.95"));
  }

  private static Map<String, String> reasons(Path file) {
    return MappingGuesser.explain(TableKind.EVENTS, file).roles().stream()
        .collect(
            java.util.stream.Collectors.toMap(RoleGuess::role, role -> role.reason().english()));
  }

  private static String ids(String prefix, int count, String end) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      rows.append(prefix).append(i).append(end);
    }
    return rows.toString();
  }

  private static ImportGuess guess(Path... files) {
    FileLooks looks = new FileLooks();
    JobContext context = JobContext.detached();
    return MappingGuesser.guess(
        FileGathering.of(List.of(files), looks, context).sources(), Set.of(), looks, context);
  }
}
